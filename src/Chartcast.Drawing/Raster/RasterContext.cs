using Chartcast.Drawing.Strokes;

namespace Chartcast.Drawing.Raster;

/// <summary>The buffers of one painting; kept and reused, because they are larger than the pictures.</summary>
internal sealed class RasterContext
{
    /// <summary>Pixels painted at once; a larger picture is painted in bands of whole rows.</summary>
    public const int MaxBandPixels = 4 << 20;

    /// <summary>Contexts that no painting uses.</summary>
    public static readonly IdlePool<RasterContext> Idle = new();

    private byte[] _pixels = [];

    public EdgeAccumulator Edges { get; } = new();

    public StrokeOutliner Outliner { get; } = new();

    public Dasher Dasher { get; } = new();

    public IndexedPalette Palette { get; } = new();

    /// <summary>Paints in palette colours.</summary>
    public SceneRasterizer<IndexedSurface> Indexed => field ??= new(this);

    /// <summary>Paints in true colour.</summary>
    public SceneRasterizer<TrueColorSurface> TrueColor => field ??= new(this);

    /// <summary>A buffer of at least this many bytes, readable a little further; its content is undefined.</summary>
    public byte[] Pixels(int bytes)
    {
        bytes += IBandSink.ReadBeyond;
        if (_pixels.Length < bytes) _pixels = GC.AllocateUninitializedArray<byte>(bytes);
        return _pixels;
    }

    /// <summary>How many rows of a picture are painted at once.</summary>
    public static int BandRows(int widthPx, int heightPx) => Math.Clamp(MaxBandPixels / widthPx, 1, heightPx);
}
