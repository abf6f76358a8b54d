using System.Collections.Concurrent;
using Chartcast.Drawing.Fonts;

namespace Chartcast.Drawing.Raster;

/// <summary>Glyph masks by face, size, glyph and phase; thread-safe, at most about 8 MiB.</summary>
/// <remarks>When full it starts anew: charts use few sizes, so what is in use is back after one picture.</remarks>
internal static class GlyphMaskCache
{
    /// <summary>Larger text is painted as outlines.</summary>
    public const float MaxSizePx = 64;

    private const long MaxBytes = 8 << 20;
    private const int EntryOverhead = 128;

    private static readonly ConcurrentDictionary<ulong, GlyphMask> Masks = new();
    private static long _bytes;

    public static GlyphMask Get(FontFace face, int glyph, float sizePx, int phase)
    {
        ulong key = ((ulong)BitConverter.SingleToUInt32Bits(sizePx) << 32)
            | ((ulong)(uint)glyph << 8) | ((ulong)face << 4) | (uint)phase;
        return Masks.TryGetValue(key, out GlyphMask? mask)
            ? mask
            : Add(key, GlyphMaskPainter.Paint(BuiltInFonts.Get(face), glyph, sizePx, phase));
    }

    private static GlyphMask Add(ulong key, GlyphMask mask)
    {
        int bytes = mask.Coverage.Length + EntryOverhead;
        if (Interlocked.Add(ref _bytes, bytes) > MaxBytes)
        {
            Masks.Clear();
            Interlocked.Exchange(ref _bytes, bytes);
        }

        Masks[key] = mask;
        return mask;
    }
}
