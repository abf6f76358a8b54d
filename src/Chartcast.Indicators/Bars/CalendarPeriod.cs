namespace Chartcast.Indicators.Bars;

/// <summary>A stretch of the calendar that indicators begin afresh with.</summary>
public enum CalendarPeriod
{
    /// <summary>A calendar day, the session of an exchange; every bar of its own where bars last a day or
    /// longer.</summary>
    Day,

    /// <summary>A week that begins on Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months from January, April, July or October on.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Ten years from a year on that ends in 0.</summary>
    Decade,

    /// <summary>A hundred years from a year on that ends in 00.</summary>
    Century,
}
