using System.Text.Json;
using Chartcast.Charting.Specs;

namespace Chartcast.Generation.Requests;

/// <summary>Reads <c>layout</c>: an id, or an object with <c>id</c> and how the layout is zoomed and moved.</summary>
internal static class LayoutArgument
{
    private const string Id = "id";
    private const string ResetZoom = "resetZoom";
    private const string ZoomIn = "zoomIn";
    private const string ZoomOut = "zoomOut";
    private const string MoveLeft = "moveLeft";
    private const string MoveRight = "moveRight";
    private const int ShortestId = 4;
    private const int LongestId = 64;
    private const int MostZoom = 25;
    private const int MostMoves = 50;

    private static readonly string[] Members = [Id, ResetZoom, ZoomIn, ZoomOut, MoveLeft, MoveRight];

    /// <summary>What a layout decides itself, so that asking for it would change nothing.</summary>
    private static readonly string[] OfTheLayout =
    [
        ChartArguments.ChartType, ChartArguments.Theme, ChartArguments.Scale, ChartArguments.Session,
        ChartArguments.TimeZone, ChartArguments.Range, ChartArguments.Bars, ChartArguments.ShiftLeft,
        ChartArguments.ShiftRight, ChartArguments.ShowVolume, ChartArguments.ShowGrid, ChartArguments.Indicators,
        ChartArguments.Drawings, ChartArguments.Compare, ChartArguments.Override, ChartArguments.Colors,
    ];

    /// <summary>Reads it; null when absent or, with faults, when it is wrong.</summary>
    public static LayoutReference? Read(ArgumentReader reader)
    {
        if (!reader.TryGet(ChartArguments.Layout, out JsonElement value)) return null;
        foreach (string name in OfTheLayout)
        {
            if (reader.TryGet(name, out _))
                reader.Add(
                    name,
                    $"is decided by the layout and cannot be asked for beside {ChartArguments.Layout}: leave it out.");
        }

        if (value.ValueKind == JsonValueKind.String) return ReadId(reader, ChartArguments.Layout, value);
        if (value.ValueKind == JsonValueKind.Object) return ReadObject(reader, value);
        reader.Add(
            ChartArguments.Layout,
            $"must be the id of a layout or an object with {Id}, not {ShownText.Of(value)}.");
        return null;
    }

    private static LayoutReference? ReadObject(ArgumentReader reader, JsonElement value)
    {
        var own = new ArgumentReader(value);
        own.RefuseUnknown(Members);
        LayoutReference? layout = null;
        if (own.TryGet(Id, out JsonElement id)) layout = ReadId(own, Id, id);
        else own.Add(Id, "is missing.");
        layout = (layout ?? new LayoutReference("")) with
        {
            ResetZoom = own.Switch(ResetZoom, false),
            ZoomIn = own.WholeNumber(ZoomIn, 1, MostZoom),
            ZoomOut = own.WholeNumber(ZoomOut, 1, MostZoom),
            MoveLeft = own.WholeNumber(MoveLeft, 1, MostMoves),
            MoveRight = own.WholeNumber(MoveRight, 1, MostMoves),
        };
        foreach (SpecFault fault in own.Faults)
            reader.Faults.Add(fault with { Field = $"{ChartArguments.Layout}.{fault.Field}" });
        return own.Faults.Count == 0 ? layout : null;
    }

    // The id becomes a part of an address: nothing but letters and digits.
    private static LayoutReference? ReadId(ArgumentReader reader, string field, JsonElement value)
    {
        string? id = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (id is { Length: >= ShortestId and <= LongestId } && id.All(char.IsAsciiLetterOrDigit))
            return new LayoutReference(id);
        reader.Add(
            field,
            $"must be the {ShortestId} to {LongestId} letters and digits in the layout's address, "
                + $"such as AbCd1234, not {ShownText.Of(value)}.");
        return null;
    }
}
