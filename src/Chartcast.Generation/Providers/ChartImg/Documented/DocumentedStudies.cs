using System.Collections.Frozen;
using System.Globalization;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.ChartImg.Documented;

/// <summary>The 92 studies of Chart-IMG's v2 API, as documented in January 2026.</summary>
/// <remarks>What is not in it is passed over there without a word, after it has cost a call.</remarks>
internal static class DocumentedStudies
{
    private const string Resource = "Chartcast.Generation.DocumentedStudies.csv";

    private static readonly Lazy<FrozenDictionary<string, DocumentedStudy>> ByName = new(Read);

    /// <summary>Whether Chart-IMG has a study of this name.</summary>
    public static bool Has(string name) => ByName.Value.ContainsKey(name);

    /// <summary>The study of a name; null for none.</summary>
    public static DocumentedStudy? Find(string name) => ByName.Value.GetValueOrDefault(name);

    /// <summary>The names most like another, best first; three at most.</summary>
    public static IReadOnlyList<string> Nearest(string name) => NearestNames.Find(name, ByName.Value.Keys, 3);

    private static FrozenDictionary<string, DocumentedStudy> Read()
    {
        using Stream stream = typeof(DocumentedStudies).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} was left out of this build.");
        using var reader = new StreamReader(stream);
        var studies = new Dictionary<string, DocumentedStudy>(StringComparer.Ordinal);
        string name = "";
        var inputs = new Dictionary<string, DocumentedInput>(StringComparer.Ordinal);
        var styles = new List<string>();
        void Keep()
        {
            if (name.Length == 0) return;
            studies.Add(name, new DocumentedStudy(
                name, inputs.ToFrozenDictionary(StringComparer.Ordinal), styles.ToFrozenSet(StringComparer.Ordinal)));
            inputs.Clear();
            styles.Clear();
        }

        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            switch (cells[0])
            {
                case "study":
                    Keep();
                    name = cells[1];
                    break;
                case "input":
                    inputs.Add(cells[1], InputOf(cells));
                    break;
                case "override":
                    styles.Add(cells[1]);
                    break;
                default:
                    // A remark.
                    break;
            }
        }

        Keep();
        return studies.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static DocumentedInput InputOf(string[] cells) => new(
        Bound(cells[4], double.NegativeInfinity), Bound(cells[5], double.PositiveInfinity),
        cells[6].Length > 0 ? cells[6].Split('|') : []);

    private static double Bound(string cell, double none) =>
        cell.Length > 0 ? double.Parse(cell, CultureInfo.InvariantCulture) : none;
}
