using System.Globalization;
using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>The keywords of numbers.</summary>
internal static class NumberRules
{
    // Steps such as 0.01 are no binary fractions.
    private const double StepTolerance = 1e-9;

    public static void Check(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        var number = value.GetDouble();
        if (!double.IsFinite(number))
        {
            SchemaCheck.Add(faults, field, "must be a finite number");
            return;
        }

        if (Limit(schema, number) is { } limit)
            SchemaCheck.Add(faults, field, $"must be {limit}, not {FaultText.Shown(value)}");
        if (SchemaNumber.TryGet(schema, "multipleOf", out var step) && step > 0 && !IsMultiple(number, step))
            SchemaCheck.Add(faults, field, $"must be a multiple of {Text(step)}");
    }

    private static string? Limit(JsonElement schema, double number)
    {
        var hasLeast = SchemaNumber.TryGet(schema, "minimum", out var least);
        var hasMost = SchemaNumber.TryGet(schema, "maximum", out var most);
        if ((hasLeast && number < least) || (hasMost && number > most))
            return hasLeast && hasMost ? $"{Text(least)} to {Text(most)}"
                : hasLeast ? $"at least {Text(least)}" : $"at most {Text(most)}";
        if (SchemaNumber.TryGet(schema, "exclusiveMinimum", out var above) && number <= above)
            return $"greater than {Text(above)}";
        return SchemaNumber.TryGet(schema, "exclusiveMaximum", out var below) && number >= below
            ? $"less than {Text(below)}"
            : null;
    }

    private static bool IsMultiple(double number, double step)
    {
        var count = number / step;
        return Math.Abs(count - Math.Round(count)) <= StepTolerance * Math.Max(1, Math.Abs(count));
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Numbers that are keywords' values.</summary>
internal static class SchemaNumber
{
    public static bool TryGet(JsonElement schema, string keyword, out double number)
    {
        number = 0;
        return schema.TryGetProperty(keyword, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number);
    }
}
