namespace Chartcast.Indicators.Levels.MoonPhases;

/// <summary>When the Moon is new and full.</summary>
/// <remarks>
/// Mean lunations and the periodic terms that correct them. Right to half a minute from 1900 to 2025; later the Earth's
/// rotation, which nobody knows ahead, may add minutes. Source: J. Meeus, "Astronomical Algorithms", 2nd edition, 1998,
/// chapters 10 and 49.
/// </remarks>
internal static class LunarPhase
{
    private const double MeanLunationDays = 29.530588861;

    /// <summary>The mean new moon of January 2000, lunation 0, in Julian ephemeris days.</summary>
    private const double FirstLunation = 2_451_550.09766;

    /// <summary>1970-01-01T00:00:00Z in Julian days.</summary>
    private const double UnixEpoch = 2_440_587.5;

    private const double DaysPerYear = 365.25, SecondsPerDay = 86_400, MsPerDay = 86_400_000;
    private const double YearsPerStep = 25, FirstYear = 1800;

    /// <summary>Dynamical time minus universal time in seconds, every 25 years from 1800 on; the last is an
    /// estimate.</summary>
    private static readonly double[] ClockOffsets = [13.7, 11.7, 7.1, -3.4, -2.8, 23.6, 29.1, 45.5, 63.8, 69.1, 85];

    /// <summary>Sine terms in days: coefficient at new and at full moon, power of the Earth's eccentricity, multiples
    /// of the anomalies of Sun and Moon and of the Moon's argument of latitude.</summary>
    private static readonly Term[] Terms =
    [
        new(-0.40720, -0.40614, 0, 0, 1, 0),
        new(0.17241, 0.17302, 1, 1, 0, 0),
        new(0.01608, 0.01614, 0, 0, 2, 0),
        new(0.01039, 0.01043, 0, 0, 0, 2),
        new(0.00739, 0.00734, 1, -1, 1, 0),
        new(-0.00514, -0.00515, 1, 1, 1, 0),
        new(0.00208, 0.00209, 2, 2, 0, 0),
        new(-0.00111, -0.00111, 0, 0, 1, -2),
        new(-0.00057, -0.00057, 0, 0, 1, 2),
        new(0.00056, 0.00056, 1, 1, 2, 0),
        new(-0.00042, -0.00042, 0, 0, 3, 0),
        new(0.00042, 0.00042, 1, 1, 0, 2),
        new(0.00038, 0.00038, 1, 1, 0, -2),
        new(-0.00024, -0.00024, 1, -1, 2, 0),
        new(-0.00007, -0.00007, 0, 2, 1, 0),
        new(0.00004, 0.00004, 0, 0, 2, -2),
        new(0.00004, 0.00004, 0, 3, 0, 0),
        new(0.00003, 0.00003, 0, 1, 1, -2),
        new(0.00003, 0.00003, 0, 0, 2, 2),
        new(-0.00003, -0.00003, 0, 1, 1, 2),
        new(0.00003, 0.00003, 0, -1, 1, 2),
        new(-0.00002, -0.00002, 0, -1, 1, -2),
        new(-0.00002, -0.00002, 0, 1, 3, 0),
        new(0.00002, 0.00002, 0, 0, 4, 0),
    ];

    /// <summary>Sine terms of the planets: coefficient in days, angle at lunation 0 and its growth a lunation in
    /// degrees.</summary>
    private static readonly (double Days, double Start, double Growth)[] PlanetTerms =
    [
        (0.000325, 299.77, 0.107408),
        (0.000165, 251.88, 0.016321),
        (0.000164, 251.83, 26.651886),
        (0.000126, 349.42, 36.412478),
        (0.000110, 84.66, 18.206239),
        (0.000062, 141.74, 53.303771),
        (0.000060, 207.14, 2.453732),
        (0.000056, 154.84, 7.306860),
        (0.000047, 34.52, 27.261239),
        (0.000042, 207.19, 0.121824),
        (0.000040, 291.34, 1.844379),
        (0.000037, 161.72, 24.198154),
        (0.000035, 239.56, 25.513099),
        (0.000023, 331.55, 3.592518),
    ];

    /// <summary>The first new or full moon at or after a moment.</summary>
    /// <param name="fromMs">The moment in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="isFull">Whether the full moon is meant.</param>
    /// <returns>When it is, in the same unit.</returns>
    public static long FirstFrom(long fromMs, bool isFull)
    {
        double day = UnixEpoch + fromMs / MsPerDay;
        // True phases stray less than a day from mean ones.
        double lunation = Math.Floor((day - FirstLunation) / MeanLunationDays) - 1 + (isFull ? 0.5 : 0);
        long moment = MomentMs(lunation);
        while (moment < fromMs) moment = MomentMs(++lunation);
        return moment;
    }

    /// <summary>When a phase is, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    /// <param name="lunation">A whole number for a new moon, a half more for the full one after it.</param>
    private static long MomentMs(double lunation)
    {
        double k = lunation, t = k / 1236.85;
        bool isFull = k != Math.Floor(k);
        double day = FirstLunation + MeanLunationDays * k
            + ((0.00000000073 * t - 0.000000150) * t + 0.00015437) * t * t;
        double eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
        double sun = 2.5534 + 29.10535670 * k - (0.0000014 + 0.00000011 * t) * t * t;
        double moon = 201.5643 + 385.81693528 * k + (0.0107582 + (0.00001238 - 0.000000058 * t) * t) * t * t;
        double latitude = 160.7108 + 390.67050284 * k - (0.0016118 + (0.00000227 - 0.000000011 * t) * t) * t * t;
        double node = 124.7746 - 1.56375588 * k + (0.0020672 + 0.00000215 * t) * t * t;
        double days = -0.00017 * Sine(node);
        foreach (Term term in Terms)
        {
            days += (isFull ? term.Full : term.New) * Math.Pow(eccentricity, term.Power)
                * Sine(term.Sun * sun + term.Moon * moon + term.Latitude * latitude);
        }

        foreach ((double size, double start, double growth) in PlanetTerms) days += size * Sine(start + growth * k);
        day += days;
        return (long)Math.Round((day - ClockOffset(day) / SecondsPerDay - UnixEpoch) * MsPerDay);
    }

    private static double ClockOffset(double day)
    {
        double place = (1970 + (day - UnixEpoch) / DaysPerYear - FirstYear) / YearsPerStep;
        int step = (int)Math.Clamp(Math.Floor(place), 0, ClockOffsets.Length - 2);
        double share = Math.Clamp(place - step, 0, 1);
        return ClockOffsets[step] + share * (ClockOffsets[step + 1] - ClockOffsets[step]);
    }

    private static double Sine(double degrees) => Math.Sin(degrees * (Math.PI / 180));

    private readonly record struct Term(
        double New, double Full, int Power, int Sun, int Moon, int Latitude);
}
