using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>One walk over one value: what applies to every type, and the combinations.</summary>
/// <param name="root">The document that local references point into.</param>
internal sealed class SchemaCheck(JsonElement root)
{
    /// <summary>More faults help nobody, and cost the answer's size.</summary>
    public const int MostFaults = 50;

    // Local references can be circular; a value of 32 levels never needs more schema steps than this.
    private const int DeepestSchema = 128;

    private int _depth;

    public void Check(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        if (faults.Count >= MostFaults || schema.ValueKind == JsonValueKind.True)
            return;
        if (schema.ValueKind == JsonValueKind.False)
        {
            Add(faults, field, "is not allowed here");
            return;
        }

        if (schema.ValueKind != JsonValueKind.Object)
            return;
        if (++_depth > DeepestSchema)
            Add(faults, field, "is nested too deeply");
        else
            CheckAll(schema, value, field, faults);
        _depth--;
    }

    public static void Add(List<ArgumentFault> faults, string field, string message)
    {
        if (faults.Count < MostFaults)
            faults.Add(new ArgumentFault(field, message));
    }

    private void CheckAll(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        if (!IsReadable(value))
        {
            Add(faults, field, "has half of a surrogate pair; write whole characters");
            return;
        }

        if (schema.TryGetProperty("$ref"u8, out var reference)
            && SchemaPointer.TryResolve(root, reference, out var target))
            Check(target, value, field, faults);
        if (schema.TryGetProperty("type"u8, out var type) && !SchemaTypes.Matches(type, value))
        {
            // Every other keyword would only repeat that the type is wrong.
            Add(faults, field, $"must be {SchemaTypes.Describe(type)}, not {FaultText.Shown(value)}");
            return;
        }

        if (CheckFixed(schema, value, field, faults))
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                ObjectRules.Check(this, schema, value, field, faults);
                break;
            case JsonValueKind.Array:
                ArrayRules.Check(this, schema, value, field, faults);
                break;
            case JsonValueKind.String:
                StringRules.Check(schema, value.GetString()!, field, faults);
                break;
            case JsonValueKind.Number:
                NumberRules.Check(schema, value, field, faults);
                break;
        }

        CheckCombinations(schema, value, field, faults);
    }

    // A lone surrogate passes the parser and throws only when its text is read.
    private static bool IsReadable(JsonElement value)
    {
        try
        {
            return value.ValueKind != JsonValueKind.String || value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool CheckFixed(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        if (schema.TryGetProperty("const"u8, out var only) && !JsonElement.DeepEquals(only, value))
        {
            Add(faults, field, $"must be {FaultText.Shown(only)}, not {FaultText.Shown(value)}");
            return true;
        }

        if (!schema.TryGetProperty("enum"u8, out var allowed) || allowed.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var choice in allowed.EnumerateArray())
        {
            if (JsonElement.DeepEquals(choice, value))
                return false;
        }

        Add(faults, field, $"{FaultText.Shown(value)} is not allowed; use {FaultText.Choices(allowed, value)}");
        return true;
    }

    private void CheckCombinations(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        if (schema.TryGetProperty("allOf"u8, out var all) && all.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in all.EnumerateArray())
                Check(part, value, field, faults);
        }

        if (schema.TryGetProperty("anyOf"u8, out var any) && any.ValueKind == JsonValueKind.Array)
            CheckAlternatives(any, value, field, faults, onlyOne: false);
        if (schema.TryGetProperty("oneOf"u8, out var one) && one.ValueKind == JsonValueKind.Array)
            CheckAlternatives(one, value, field, faults, onlyOne: true);
        if (schema.TryGetProperty("not"u8, out var forbidden) && IsValid(forbidden, value, field))
            Add(faults, field, $"{FaultText.Shown(value)} is not allowed here");
    }

    private void CheckAlternatives(
        JsonElement alternatives, JsonElement value, string field, List<ArgumentFault> faults, bool onlyOne)
    {
        var matches = 0;
        List<ArgumentFault>? nearest = null;
        foreach (var alternative in alternatives.EnumerateArray())
        {
            var own = new List<ArgumentFault>();
            Check(alternative, value, field, own);
            if (own.Count == 0)
                matches++;
            else if (nearest is null || Distance(own, field) < Distance(nearest, field))
                nearest = own;
        }

        if (matches == 0 && nearest is not null)
            nearest.ForEach(fault => Add(faults, fault.Field, fault.Message));
        else if (onlyOne && matches > 1)
            Add(faults, field, "fits more than one of the allowed forms; give only the members of one");
    }

    // The form whose faults lie inside the value was meant more likely than one that refuses the value as a whole.
    private static int Distance(List<ArgumentFault> faults, string field) =>
        faults.Sum(fault => fault.Field == field ? 10 : 1);

    private bool IsValid(JsonElement schema, JsonElement value, string field)
    {
        var own = new List<ArgumentFault>();
        Check(schema, value, field, own);
        return own.Count == 0;
    }
}
