namespace Chartcast.App.Tests.ChartImgApi.Coverage;

/// <summary>A documented field, and a call in which it changes the picture.</summary>
/// <param name="Endpoint">The endpoint's path.</param>
/// <param name="Name">The path of the field in a body, or the name of a query parameter.</param>
/// <param name="Sample">A body, or a query without question mark, that shows its effect.</param>
/// <param name="Note">What is not done; null when everything is.</param>
/// <param name="Test">The test that proves it; null for the one that takes the field away and compares.</param>
public sealed record CoveredField(string Endpoint, string Name, string Sample, string? Note = null, string? Test = null)
{
    public override string ToString() => $"{Endpoint} {Name}";
}
