namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>Writes pictures to the folder that <c>CHARTCAST_LOOK</c> names, for whoever wants to see them.</summary>
internal static class Looked
{
    public static void At(string name, ApiAnswer answer)
    {
        if (Environment.GetEnvironmentVariable("CHARTCAST_LOOK") is not { Length: > 0 } folder) return;
        string ending = answer.Type == "image/jpeg" ? "jpg" : "png";
        File.WriteAllBytes(Path.Combine(folder, $"{name.Replace(' ', '-')}.{ending}"), answer.Bytes);
    }
}
