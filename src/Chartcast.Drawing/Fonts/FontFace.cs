namespace Chartcast.Drawing.Fonts;

/// <summary>An embedded face of Roboto.</summary>
public enum FontFace
{
    /// <summary>Weight 400.</summary>
    Regular,

    /// <summary>Weight 500.</summary>
    Medium,
}

/// <summary>Which point of a text stands at the given x.</summary>
public enum TextAnchor
{
    /// <summary>The left end.</summary>
    Start,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>The right end.</summary>
    End,
}
