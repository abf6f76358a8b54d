using System.Globalization;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Catalog;

/// <summary>A study as Chart-IMG documents it: a part of <c>DocumentedStudies.csv</c>.</summary>
public sealed record DocumentedStudy(
    string Name, bool IsOverlay, List<DocumentedInput> Inputs, List<DocumentedOverride> Overrides)
{
    public static IReadOnlyList<DocumentedStudy> All { get; } = Read();

    private static List<DocumentedStudy> Read()
    {
        var studies = new List<DocumentedStudy>();
        foreach (string line in File.ReadLines(
            Path.Combine(AppContext.BaseDirectory, "Catalog", "DocumentedStudies.csv")))
        {
            string[] cells = line.Split(',');
            if (cells[0] == "study") studies.Add(new DocumentedStudy(cells[1], cells[2] == "main", [], []));
            else if (cells[0] == "input") studies[^1].Inputs.Add(DocumentedInput.Of(cells));
            else if (cells[0] == "override")
            {
                string[] values = string.Join(',', cells[2..]).Split(';');
                studies[^1].Overrides.Add(new DocumentedOverride(cells[1], values[0], values[^1]));
            }
        }

        return studies;
    }

    public override string ToString() => Name;
}

/// <summary>One input.</summary>
public sealed record DocumentedInput(
    string Key, ParameterKind Kind, string Default, double? Minimum, double? Maximum, string[] Choices)
{
    public static DocumentedInput Of(string[] cells) => new(
        cells[1],
        cells[2] switch
        {
            "int" => ParameterKind.Integer,
            "float" => ParameterKind.Number,
            "enum" => ParameterKind.Choice,
            _ => ParameterKind.Switch,
        },
        cells[3], Bound(cells[4]), Bound(cells[5]), cells[6].Length == 0 ? [] : cells[6].Split('|'));

    /// <summary>A parameter's default as the documentation writes it.</summary>
    public static string Written(IndicatorParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => parameter.Choices[(int)parameter.Default],
        ParameterKind.Switch => parameter.Default != 0 ? "true" : "false",
        _ => parameter.Default.ToString(CultureInfo.InvariantCulture),
    };

    private static double? Bound(string cell) =>
        cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}

/// <summary>One style key with its default: in the table, and in the sample where the two differ.</summary>
public sealed record DocumentedOverride(string Key, string Table, string Sample);
