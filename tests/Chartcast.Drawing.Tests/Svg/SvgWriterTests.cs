using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Svg;
using Chartcast.Drawing.Tests.Png;
using Chartcast.Drawing.Tests.Raster;
using Chartcast.Drawing.Tests.Scenes;

namespace Chartcast.Drawing.Tests.Svg;

public sealed class SvgWriterTests
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    [Fact]
    public void Write_IsWellFormedAndKeepsItsWords_WhateverTheTextHolds()
    {
        const string title = "<script>alert('1')</script> & \"AAPL\" \0\u0001\uFFFF \uD800 é 😀";
        XElement svg = Parse(SvgWriter.Write(SampleScenes.Chart(400, 300), title, "a\u0008b]]>"));
        Assert.Equal("<script>alert('1')</script> & \"AAPL\"   é 😀", svg.Element(Namespace + "title")!.Value);
        Assert.Equal("ab]]>", svg.Element(Namespace + "desc")!.Value);
        Assert.Empty(svg.Descendants(Namespace + "script"));
        Assert.Equal("0 0 400 300", svg.Attribute("viewBox")!.Value);
    }

    [Fact]
    public void Write_RoundsCoordinatesToHundredths_AndAddsUpNoError()
    {
        var random = new Random(42);
        var points = new PixelPoint[1_000];
        double[] odd = [0, -0.001, 0.004, 0.005, 0.015, -0.5, 0.1, 12.3, 12.34, -12.995, 999.999, 1e5, 1e6];
        for (int i = 0; i < points.Length; i++)
            points[i] = new PixelPoint(i < odd.Length ? odd[i] : random.NextDouble() * 900 - 50, i / 8.0);
        var builder = new SceneBuilder(800, 600, new Rgba(255, 255, 255));
        builder.StrokePolyline(points, new Stroke(new Rgba(0, 0, 0), 1));
        string svg = Encoding.UTF8.GetString(SvgWriter.Write(builder.Build(), "t", "d"));
        string path = svg[(svg.IndexOf("stroke-width", StringComparison.Ordinal) + 1)..];
        path = path[(path.IndexOf(" d=\"M", StringComparison.Ordinal) + 5)..path.IndexOf("\"/>", StringComparison.Ordinal)];
        double[] numbers = [.. Regex.Matches(path, @"-?(\d+(\.\d+)?|\.\d+)").Select(
            match => double.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(2 * points.Length, numbers.Length);
        (double x, double y) = (0, 0);
        for (int i = 0; i < points.Length; i++)
        {
            (x, y) = (x + numbers[2 * i], y + numbers[(2 * i) + 1]);
            Assert.Equal(Math.Round((float)points[i].X, 2), x, 1e-6);
            Assert.Equal(Math.Round((float)points[i].Y, 2), y, 1e-6);
        }
    }

    [Fact]
    public void Write_DefinesEachGlyphOnce_AndUsesOnlyDefinedOnes()
    {
        byte[] file = SvgWriter.Write(SampleScenes.Chart(800, 600), "t", "d");
        XElement svg = Parse(file);
        List<string> ids = [.. svg.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Count, ids.Distinct().Count());
        XName link = XNamespace.Get("http://www.w3.org/1999/xlink") + "href";
        List<string> used = [.. svg.Descendants(Namespace + "use").Select(use => use.Attribute(link)!.Value[1..])];
        Assert.InRange(used.Count, 100, 1_000);
        Assert.All(used, id => Assert.Contains(id, ids));
        Assert.InRange(file.Length, 10_000, 120_000);
    }

    [Fact]
    public void Write_GivesTheSameBytes_Twice() => Assert.Equal(
        SvgWriter.Write(SampleScenes.Chart(300, 200), "t", "d"),
            SvgWriter.Write(SampleScenes.Chart(300, 200), "t", "d"));

    [Theory]
    [InlineData("chart")]
    [InlineData("shapes")]
    public void Write_LooksLikeOurPicture_ToAnIndependentRenderer(string name)
    {
        ExternalTool.Require("rsvg-convert");
        Scene scene = name == "chart" ? SampleScenes.Chart(800, 600) : Shapes();
        string folder = Directory.CreateTempSubdirectory("chartcast").FullName;
        try
        {
            string source = Path.Combine(folder, "scene.svg"), target = Path.Combine(folder, "scene.png");
            File.WriteAllBytes(source, SvgWriter.Write(scene, "t", "d"));
            (int exitCode, string output) = ExternalTool.Run("rsvg-convert", "-o", target, source);
            Assert.True(exitCode == 0, output);
            Pixmap theirs = PngReader.Read(File.ReadAllBytes(target)), ours = Pixmap.Paint(scene);
            // Tolerance: glyphs stand on quarter pixels and coverage has sixteen steps here, so edges differ a little.
            Assert.InRange(PictureDifference.PeakSignalToNoise(ours, theirs), 32, double.PositiveInfinity);
            Assert.InRange(PictureDifference.ShareAbove(ours, theirs, 64), 0, 0.004);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static Scene Shapes()
    {
        var builder = new SceneBuilder(320, 220, new Rgba(20, 24, 34));
        var white = new Rgba(255, 255, 255);
        builder.BeginGroup("clipped", new PixelRect(20, 20, 200, 150));
        builder.FillPolygon([new(0, 40), new(120, 10), new(300, 190), new(0, 190)],
            Fill.Vertical(new Rgba(41, 98, 255, 180), 20, new Rgba(41, 98, 255, 0), 170));
        builder.FillPath(VectorPath.Circle(new PixelPoint(210, 60), 35.5), Fill.Solid(new Rgba(255, 109, 0, 200)));
        builder.EndGroup();
        builder.FillPath(VectorPath.RoundedRect(new PixelRect(230, 100, 70, 30), new CornerRadii(0, 8, 8, 0)),
            Fill.Solid(new Rgba(8, 153, 129)));
        builder.StrokePolyline([new(10, 200), new(60, 130), new(70, 200), new(75, 120), new(160, 205)],
            new Stroke(white, 5));
        builder.StrokePolyline([new(170, 205), new(220, 150), new(310, 205)],
            new Stroke(new Rgba(242, 54, 69), 2, DashPattern.LargeDashed));
        builder.StrokePolyline([new(10, 10), new(310, 16)], new Stroke(white, 1, DashPattern.Dotted));
        builder.DrawText("Ωμέγα Привет ▲▼● €1", 160, 200, new TextStyle(FontFace.Medium, 15, white, TextAnchor.Middle));
        builder.DrawText("DEMO", 160, 130,
            new TextStyle(FontFace.Medium, 90, white.WithOpacity(0.1), TextAnchor.Middle));
        return builder.Build();
    }

    private static XElement Parse(byte[] file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };
        using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(file)), settings);
        return XDocument.Load(reader).Root!;
    }
}
