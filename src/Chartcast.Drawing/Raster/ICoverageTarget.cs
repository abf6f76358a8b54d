namespace Chartcast.Drawing.Raster;

/// <summary>Takes coverage row by row; implemented by structs, so that calls in inner loops are direct.</summary>
internal interface ICoverageTarget
{
    /// <summary>Coverage that follows is for this row.</summary>
    void BeginRow(int y);

    /// <summary>
    /// Eight pixels from x on: one coverage of 0–255 a byte, the first pixel in the lowest; not all zero.
    /// </summary>
    void Cover(int x, ulong coverage);

    /// <summary>A run of pixels with the same coverage of 1–255.</summary>
    void CoverRun(int from, int to, byte coverage);
}

/// <summary>A surface that whole items are painted on.</summary>
internal interface ISurface : ICoverageTarget
{
    /// <summary>What coverage is painted with from here on.</summary>
    void SetPaint(in Painting.Fill fill);

    /// <summary>Fills boxes of one colour, one after another, as far as they lie in a band of the surface's
    /// rows.</summary>
    void FillBoxes(ReadOnlySpan<Scenes.SceneBox> boxes, Painting.Rgba color, Geometry.PixelRect band);
}
