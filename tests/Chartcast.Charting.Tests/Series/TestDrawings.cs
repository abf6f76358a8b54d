using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;

namespace Chartcast.Charting.Tests.Series;

/// <summary>Drawings for tests, as they come from outside.</summary>
internal static class TestDrawings
{
    /// <summary>Reads drawings that have no fault.</summary>
    public static DrawingSpec[] Read(params IReadOnlyList<string> jsons) => [.. jsons.Select(ReadOne)];

    /// <summary>The faults of a drawing that has some.</summary>
    public static List<SpecFault> Faults(string json)
    {
        var faults = new List<SpecFault>();
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Null(DrawingSpecReader.Read(document.RootElement, "drawings[0]", faults));
        Assert.NotEmpty(faults);
        return faults;
    }

    private static DrawingSpec ReadOne(string json)
    {
        var faults = new List<SpecFault>();
        using JsonDocument document = JsonDocument.Parse(json);
        DrawingSpec? drawing = DrawingSpecReader.Read(document.RootElement, "drawings[0]", faults);
        Assert.Empty(faults);
        return drawing!;
    }
}
