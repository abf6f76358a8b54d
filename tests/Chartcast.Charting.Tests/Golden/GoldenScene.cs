using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>A chart or a sheet of which a picture is kept.</summary>
internal sealed record GoldenScene(string Feature, string Name, Func<Scene> Compose)
{
    public override string ToString() => $"{Feature}/{Name}";
}
