namespace Chartcast.Drawing.Painting;

/// <summary>How a line is broken up; lengths are in line widths.</summary>
public enum DashPattern
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>1 on, 1 off.</summary>
    Dotted,

    /// <summary>2 on, 2 off.</summary>
    Dashed,

    /// <summary>6 on, 6 off.</summary>
    LargeDashed,

    /// <summary>1 on, 4 off.</summary>
    SparseDotted,

    /// <summary>4 on, 8 off.</summary>
    SparseDashed,
}

/// <summary>The lengths of dash patterns.</summary>
public static class DashPatterns
{
    /// <summary>Length of a dash and of the gap after it, in line widths; (0, 0) when unbroken.</summary>
    /// <param name="pattern">The pattern.</param>
    public static (int On, int Off) Lengths(this DashPattern pattern) => pattern switch
    {
        DashPattern.Dotted => (1, 1),
        DashPattern.Dashed => (2, 2),
        DashPattern.LargeDashed => (6, 6),
        DashPattern.SparseDotted => (1, 4),
        DashPattern.SparseDashed => (4, 8),
        _ => (0, 0),
    };
}
