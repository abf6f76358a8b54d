using System.Globalization;
using System.Text.Json;

namespace Chartcast.App.Configuration;

/// <summary>Collects the keys of the Chart-IMG-compatible API; what is wrong is told by place, never by key.</summary>
/// <param name="plan">The plan of keys that name none.</param>
/// <param name="faults">Receives what is wrong.</param>
internal sealed class ApiKeyList(ApiPlan plan, ICollection<SettingFault> faults)
{
    private const int ShortestKey = 8;
    private const int LongestKey = 200;
    private const int LongestName = 64;
    private const int MostKeys = 1_000;
    private const int LargestFile = 1_048_576;

    private static readonly string[] Members =
    [
        "key", "name", "plan", "perSecond", "burst", "perDay", "width", "height", "parameters", "storageDays",
        "watermark",
    ];

    /// <summary>The keys so far.</summary>
    public List<ApiKey> All { get; } = [];

    /// <summary>Adds a key written as <c>key</c> or <c>key=plan</c>.</summary>
    public void AddEntry(string setting, string entry)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{setting}, entry {All.Count + 1}");
        int sign = entry.LastIndexOf('=');
        ApiPlan? its = sign < 0 ? plan : ApiPlan.Find(entry[(sign + 1)..]);
        if (its is null) Fault(place, $"names no plan: write key=plan, with one of {ApiPlan.NameList}.");
        else Add(place, sign < 0 ? entry : entry[..sign], null, its);
    }

    /// <summary>Adds the keys of a JSON file:
    /// <c>{"keys":[{"key":"…","name":"bot","plan":"pro","perDay":100}]}</c>.</summary>
    public void AddFile(string setting, string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= LargestFile })
            {
                Fault(setting, "names no file of at most 1 MiB.");
                return;
            }

            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("keys"u8, out JsonElement list)
                && list.ValueKind == JsonValueKind.Array)
                AddAll(setting, list);
            else Fault(setting, "has no list: write {\"keys\":[{\"key\":\"…\",\"plan\":\"pro\"}]}.");
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException
                or InvalidOperationException or NotSupportedException)
        {
            // No words of the parser: they may quote a key.
            Fault(setting, "cannot be read as JSON: check its place, its permissions and its brackets.");
        }
    }

    private void AddAll(string setting, JsonElement list)
    {
        int index = 0;
        foreach (JsonElement entry in list.EnumerateArray())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{setting} keys[{index++}]");
            if (entry.ValueKind != JsonValueKind.Object) Fault(place, "must be an object with key.");
            else AddObject(place, entry);
        }
    }

    private void AddObject(string place, JsonElement entry)
    {
        foreach (JsonProperty member in entry.EnumerateObject())
        {
            if (Members.Contains(member.Name)) continue;
            Fault(place, $"has a member that is not known; known are {string.Join(", ", Members)}.");
            return;
        }

        string? key = TextOf(entry, "key");
        string? planName = TextOf(entry, "plan");
        ApiPlan? its = planName is null ? plan : ApiPlan.Find(planName);
        if (key is null) Fault(place, "has no key, or one that is no text.");
        else if (its is null) Fault($"{place}.plan", $"is no plan: write one of {ApiPlan.NameList}.");
        else if (Changed(its, entry, place) is { } changed) Add(place, key, TextOf(entry, "name"), changed);
    }

    private ApiPlan? Changed(ApiPlan its, JsonElement entry, string place)
    {
        bool isRight = true;
        int? Read(string name, int minimum, int maximum, int? fallback)
        {
            if (!entry.TryGetProperty(name, out JsonElement value)) return fallback;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
                && number >= minimum && number <= maximum)
                return number;
            Fault($"{place}.{name}", string.Create(
                CultureInfo.InvariantCulture, $"must be a whole number from {minimum} to {maximum}."));
            isRight = false;
            return fallback;
        }

        ApiPlan changed = its with
        {
            PerSecond = Read("perSecond", 1, 1_000_000, its.PerSecond),
            Burst = Read("burst", 1, 1_000_000, its.Burst),
            PerDay = Read("perDay", 1, 1_000_000_000, its.PerDay),
            WidthPx = Read("width", 400, 4096, its.WidthPx)!.Value,
            HeightPx = Read("height", 300, 4096, its.HeightPx)!.Value,
            Parameters = Read("parameters", 1, 50, its.Parameters)!.Value,
            StorageDays = Read("storageDays", 1, 3650, its.StorageDays)!.Value,
            HasWatermark = entry.TryGetProperty("watermark"u8, out JsonElement watermark)
                ? watermark.ValueKind == JsonValueKind.True
                : its.HasWatermark,
        };
        return isRight ? changed : null;
    }

    private void Add(string place, string key, string? name, ApiPlan its)
    {
        name ??= string.Create(CultureInfo.InvariantCulture, $"key-{All.Count + 1}");
        bool isName = name.Length is > 0 and <= LongestName
            && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');
        if (key.Length is < ShortestKey or > LongestKey || key.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
        {
            Fault(place, $"has to be {ShortestKey} to {LongestKey} visible ASCII characters without blanks "
                + "(the value is not shown).");
        }
        else if (!isName) Fault(place, $"has a name that is not 1 to {LongestName} letters, digits or . _ : - signs.");
        else if (All.Exists(known => known.Secret == key)) Fault(place, "is the same key as another one.");
        else if (All.Count >= MostKeys) Fault(place, $"is one too many: at most {MostKeys} keys are taken.");
        else All.Add(new ApiKey(key, name, its));
    }

    private static string? TextOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private void Fault(string setting, string message) => faults.Add(new SettingFault(setting, message));
}
