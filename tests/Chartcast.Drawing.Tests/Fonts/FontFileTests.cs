using System.Text;
using Chartcast.Drawing.Fonts;

namespace Chartcast.Drawing.Tests.Fonts;

public sealed class FontFileTests
{
    private static readonly byte[] Regular = BuiltInFonts.ReadFile("Roboto-Regular.ttf");

    [Fact]
    public void Read_GivesRobotosMetrics()
    {
        FontFile font = FontFile.Read(Regular);
        Assert.Equal(
            (2048, 1900, -500, 1456, 1082),
                (font.UnitsPerEm, font.Ascender, font.Descender, font.CapHeight, font.XHeight));
        Assert.Equal(1151, font.Advance(font.Glyph('0')));
        Assert.Equal(font.Advance(font.Glyph('1')), font.Advance(font.Glyph('8')));
    }

    [Fact]
    public void Fonts_HoldEveryPromisedCharacter()
    {
        IEnumerable<int> latin =
            [.. Enumerable.Range(0x20, 95), .. Enumerable.Range(0xA1, 12), .. Enumerable.Range(0xAE, 0xD1)];
        string promised = string.Concat(latin.Select(c => (char)c))
            + "ΑΒΓΔΩαβγδω" + "АБВГДЯабвгдя" + "−▲▼●■◆←↑→↓…€£¥·–—‘’“”•";
        foreach (FontFace face in Enum.GetValues<FontFace>())
        {
            Typeface typeface = BuiltInFonts.Get(face);
            Assert.All(promised, c => Assert.NotEqual(0, typeface.Glyph(c)));
        }
    }

    [Fact]
    public void Outline_OfACompositeGlyph_HoldsItsParts()
    {
        FontFile font = FontFile.Read(Regular);
        int a = font.Outline(font.Glyph('A')).Points.Length, accented = font.Outline(font.Glyph('Ä')).Points.Length;
        Assert.True(accented > a);
        Assert.Equal(2 + 2, font.Outline(font.Glyph('Ä')).ContourEnds.Length);
        Assert.True(font.Outline(font.Glyph(' ')).IsEmpty);
        Assert.False(font.Outline(0).IsEmpty);
    }

    [Fact]
    public void Read_NamesTheTable_WhenOneIsMissing()
    {
        byte[] damaged = [.. Regular];
        int at = damaged.AsSpan().IndexOf("glyf"u8);
        damaged[at] = (byte)'x';
        Assert.Contains("glyf", Assert.Throws<FontFormatException>(() => FontFile.Read(damaged)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Embedded_LicenceIsApache()
    {
        string licence = Encoding.UTF8.GetString(BuiltInFonts.ReadFile("LICENSE-Roboto.txt"));
        Assert.Contains("Apache License", licence, StringComparison.Ordinal);
    }
}
