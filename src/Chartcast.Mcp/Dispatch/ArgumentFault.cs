namespace Chartcast.Mcp.Dispatch;

/// <summary>One thing wrong with one argument.</summary>
/// <param name="Field">
/// Where, as <c>symbol</c>, <c>indicators[0].period</c>; empty for the arguments as a whole.
/// </param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ArgumentFault(string Field, string Message);
