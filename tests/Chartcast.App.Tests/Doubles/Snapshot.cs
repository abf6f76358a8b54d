using System.Text.Json;
using System.Text.Encodings.Web;

namespace Chartcast.App.Tests.Doubles;

/// <summary>Compares JSON with a file; a missing file fails.</summary>
public static class Snapshot
{
    private static readonly JsonWriterOptions Indented =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Matches(string name, JsonElement actual, params (string From, string To)[] replacements)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented)) actual.WriteTo(json);
        string text = System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
        foreach ((string from, string to) in replacements) text = text.Replace(from, to, StringComparison.Ordinal);
        string folder = Path.Combine(AppContext.BaseDirectory, "Snapshots");
        string path = Path.Combine(folder, name + ".json");
        if (File.Exists(path) && File.ReadAllText(path) == text) return;
        Directory.CreateDirectory(folder);
        string actualPath = Path.Combine(folder, name + ".actual.json");
        File.WriteAllText(actualPath, text);
        Assert.Fail($"Differs from Snapshots/{name}.json; the answer is in {actualPath}. Renew the snapshot only on purpose.");
    }
}
