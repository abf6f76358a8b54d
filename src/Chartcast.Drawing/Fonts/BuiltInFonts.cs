namespace Chartcast.Drawing.Fonts;

/// <summary>The fonts inside this library: Roboto Regular and Medium, cut to the characters that charts need.</summary>
/// <remarks>
/// No system font is used, so that text looks and measures the same everywhere. Read when first asked for.
/// </remarks>
internal static class BuiltInFonts
{
    private static readonly Lazy<Typeface> Regular = new(() => Load("Roboto-Regular.ttf"));
    private static readonly Lazy<Typeface> Medium = new(() => Load("Roboto-Medium.ttf"));

    public static Typeface Get(FontFace face) => face switch
    {
        FontFace.Regular => Regular.Value,
        FontFace.Medium => Medium.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(face), face, "There are two faces: Regular and Medium."),
    };

    internal static byte[] ReadFile(string name)
    {
        using Stream stream = typeof(BuiltInFonts).Assembly.GetManifestResourceStream($"Chartcast.Drawing.Fonts.{name}")
            ?? throw new FontFormatException($"The font {name} was left out of this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Typeface Load(string name) => new(FontFile.Read(ReadFile(name)));
}
