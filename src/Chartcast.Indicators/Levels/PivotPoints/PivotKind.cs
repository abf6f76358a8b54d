namespace Chartcast.Indicators.Levels.PivotPoints;

/// <summary>How levels follow from the last period's prices.</summary>
internal enum PivotKind
{
    Traditional,
    Fibonacci,
    Woodie,
    Classic,
    DeMark,
    Camarilla,
}
