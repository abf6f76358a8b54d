namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Glyph outlines, simple and composite.</summary>
/// <remarks>
/// OpenType 1.9.1, "glyf". Depth, components and points are bounded: a font of 100 bytes may ask for billions.
/// </remarks>
internal sealed class GlyphTable
{
    private const int HeaderLength = 10;
    private const int MaxDepth = 6;
    private const int MaxComponents = 64;
    private const int MaxPoints = 20_000;

    private readonly TableBytes _table;
    private readonly GlyphLocationTable _locations;
    private readonly int _glyphCount;

    public GlyphTable(TableBytes table, GlyphLocationTable locations, int glyphCount)
    {
        _table = table;
        _locations = locations;
        _glyphCount = glyphCount;
    }

    public GlyphOutline Read(int glyph)
    {
        var loading = new Loading();
        Load(glyph, 0, loading);
        return loading.Ends.Count == 0 ? GlyphOutline.Empty : new GlyphOutline([.. loading.Points], [.. loading.Ends]);
    }

    private void Load(int glyph, int depth, Loading loading)
    {
        if (glyph >= _glyphCount) throw _table.Fault($"component {glyph} does not exist");
        if (depth > MaxDepth || ++loading.Components > MaxComponents)
            throw _table.Fault("a composite is too deep or too large");
        (int offset, int length) = _locations.Find(glyph);
        if (length == 0) return;
        TableBytes bytes = _table.Slice(offset, length);
        int contours = bytes.Int16(0);
        if (contours >= 0) SimpleGlyph.Read(bytes, HeaderLength, contours, loading);
        else LoadComposite(bytes, depth, loading);
        if (loading.Points.Count > MaxPoints) throw _table.Fault($"a glyph has more than {MaxPoints} points");
    }

    private void LoadComposite(TableBytes bytes, int depth, Loading loading)
    {
        int offset = HeaderLength;
        bool more = true;
        while (more)
        {
            GlyphComponent component = GlyphComponent.Read(bytes, ref offset);
            int firstPoint = loading.Points.Count;
            Load(component.Glyph, depth + 1, loading);
            for (int i = firstPoint; i < loading.Points.Count; i++)
                loading.Points[i] = component.Apply(loading.Points[i]);
            more = component.HasMore;
        }
    }

    /// <summary>What has been read of one glyph.</summary>
    internal sealed class Loading
    {
        public List<OutlinePoint> Points { get; } = [];

        public List<int> Ends { get; } = [];

        public int Components { get; set; }
    }
}
