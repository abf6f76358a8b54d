using System.Text;
using System.Text.RegularExpressions;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Generation.Requests.QueryCharts;
using Chartcast.Generation.Tests.Requests.AdvancedCharts;
using Chartcast.Indicators.Catalog;

namespace Chartcast.App.Tests.ChartImgApi.Coverage;

/// <summary>The generated part of docs/chart-img-compatibility.md.</summary>
internal static partial class CoveragePage
{
    public const string Begin = "<!-- coverage: written by a test from the catalogue; do not edit below -->";

    private const string FieldTest = "FieldTests.Field_ChangesThePicture";
    private const string StudyTest = "DocumentedSampleTests.Study_Draws_WithEveryDocumentedKey";
    private const string DrawingTest = "DocumentedSampleTests.Drawing_Draws_WithEveryDocumentedKey";
    private const string CodeTest = "QueryChartTests.StudyCode_DrawsInItsDefaultForm";

    /// <summary>The part, from <see cref="Begin"/> on.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Begin).Append("\n\n## Coverage\n\n");
        page.Append("`done`: as documented. `partly`: with what the note says. `not`: refused, never drawn as something else.\n");
        Head(page, "Endpoints", "Endpoint");
        foreach ((string endpoint, string note, string test) in CoveredRules.Endpoints)
            Row(page, $"`{endpoint}`", note.Length == 0 ? null : note, test);
        foreach (IGrouping<string, CoveredField> endpoint in CoveredFields.All.GroupBy(field => field.Endpoint))
        {
            Head(page, $"Fields of `{endpoint.Key.Replace("AbCd1234", "{id}", StringComparison.Ordinal)}`", "Field");
            foreach (CoveredField field in endpoint)
                Row(page, $"`{field.Name.Replace("[0]", "[i]", StringComparison.Ordinal)}`", field.Note, field.Test ?? FieldTest);
        }

        Rules(page, "Answers", CoveredRules.Answers);
        Rules(page, "Quirks", CoveredRules.Quirks);
        Head(page, "v2 studies", "Study");
        foreach (string name in DocumentedBodies.StudyNames)
            Status(page, name, IndicatorCatalog.TryFind(name, out _) ? "done" : "not", StudyTest);
        Head(page, "v2 drawings", "Drawing");
        foreach (string name in DocumentedBodies.DrawingNames)
            Status(page, name, DrawingCatalog.TryFind(name, out _) ? "done" : "not", DrawingTest);
        Head(page, "v1 study codes", "Code");
        foreach (string code in QueryChartReader.Codes.Where(code => code != "VOL"))
            Status(page, $"`{code}`", CodeStatus(code), CodeTest);
        Rules(page, "Chartcast as a client of Chart-IMG", CoveredRules.AsAClient);
        return page.ToString();
    }

    /// <summary>Every test the page names.</summary>
    public static IEnumerable<string> Tests() =>
        TestName().Matches(Write()).Select(match => match.Groups[1].Value).Distinct();

    private static string CodeStatus(string code) => QueryChartReader.FixedArguments(code) is { Count: > 0 } values
        ? $"partly: {string.Join(", ", values)} only"
        : "done";

    private static void Rules(StringBuilder page, string title, IReadOnlyList<(string Rule, string Test)> rules)
    {
        Head(page, title, "Rule");
        foreach ((string rule, string test) in rules) Status(page, rule, "done", test);
    }

    private static void Head(StringBuilder page, string title, string column) =>
        page.Append($"\n### {title}\n\n| {column} | State | Test |\n|---|---|---|\n");

    private static void Row(StringBuilder page, string what, string? note, string test) =>
        Status(page, what, note is null ? "done" : $"partly: {note}", test);

    private static void Status(StringBuilder page, string what, string status, string test) =>
        page.Append($"| {what.Replace("|", "\\|", StringComparison.Ordinal)} | {status} | `{test}` |\n");

    [GeneratedRegex(@"\| `(\w+\.\w+)` \|\n")]
    private static partial Regex TestName();
}
