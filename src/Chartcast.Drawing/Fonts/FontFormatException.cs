namespace Chartcast.Drawing.Fonts;

/// <summary>The bytes are no TrueType font that can be read here.</summary>
public sealed class FontFormatException : Exception
{
    /// <summary>Says what is wrong with which table.</summary>
    /// <param name="message">Table and fault.</param>
    public FontFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what caused it.</summary>
    /// <param name="message">Table and fault.</param>
    /// <param name="innerException">The cause.</param>
    public FontFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says only that the font cannot be read.</summary>
    public FontFormatException()
        : base("The font cannot be read.")
    {
    }
}
