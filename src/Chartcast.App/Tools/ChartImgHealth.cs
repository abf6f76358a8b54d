using System.Globalization;
using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tools;

/// <summary>How a Chart-IMG key stands: plan, calls of today, what is left; never the key.</summary>
internal sealed class ChartImgHealth
{
    /// <summary>The JSON Schema of what <see cref="Write"/> writes.</summary>
    public const string Schema = """
        {"type":"object","description":"How the Chart-IMG key stands; absent without one.","properties":{
          "plan":{"type":"string"},"limitsFrom":{"enum":["configured","learned","unknown"]},
          "usedToday":{"type":"integer"},"limitPerDay":{"type":"integer"},"leftToday":{"type":"integer"},
          "resetsAt":{"type":"string","format":"date-time"},"exhausted":{"type":"boolean"},
          "keyRefused":{"type":"boolean"},"perSecond":{"type":"integer"},"burst":{"type":"integer"},
          "maximumWidthPx":{"type":"integer"},"maximumHeightPx":{"type":"integer"},
          "maximumParameters":{"type":"integer","description":"Indicators and drawings together."},
          "fault":{"type":"string","description":"Why the book of calls cannot be read."} } }
        """;

    private readonly bool _isKeyRefused;
    private readonly AccountLimits? _limits;
    private readonly LedgerUsage? _usage;
    private readonly int? _left;
    private readonly string _source = "unknown";
    private readonly string? _fault;

    private ChartImgHealth(ChartImgParts parts)
    {
        _isKeyRefused = parts.Provider.IsKeyRefused;
        try
        {
            _limits = parts.Account.Limits;
            _source = parts.Account.LimitsSource;
            _usage = parts.Account.Usage();
            _left = parts.Account.Left(_usage);
        }
        catch (ChartException exception)
        {
            _fault = exception.Message;
        }
    }

    /// <summary>In one sentence.</summary>
    public string Text
    {
        get
        {
            if (_usage is null || _limits is null) return $"Chart-IMG: {_fault}";
            string plan = _limits.Plan is { } name ? $"plan {name}" : "plan unknown";
            string left = _left is { } count ? $", {count} left" : "";
            string refused = _isKeyRefused ? " The key was refused." : "";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Chart-IMG: {plan}, {_usage.Today} calls today{left} "
                + $"until {_usage.ResetsAt:yyyy-MM-dd HH:mm} UTC.{refused}");
        }
    }

    /// <summary>Reads how a key stands; null for none.</summary>
    public static ChartImgHealth? Of(ChartImgParts? parts) => parts is null ? null : new ChartImgHealth(parts);

    /// <summary>Writes the member <c>chartImg</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("chartImg"u8);
        json.WriteBoolean("keyRefused"u8, _isKeyRefused);
        if (_fault is not null) json.WriteString("fault"u8, _fault);
        if (_usage is not null && _limits is not null)
        {
            if (_limits.Plan is { } plan) json.WriteString("plan"u8, plan);
            json.WriteString("limitsFrom"u8, _source);
            json.WriteNumber("usedToday"u8, _usage.Today);
            WriteNumber(json, "limitPerDay", _limits.PerDay);
            WriteNumber(json, "leftToday", _left);
            json.WriteString("resetsAt"u8, _usage.ResetsAt.UtcDateTime);
            json.WriteBoolean("exhausted"u8, _usage.IsExhausted);
            WriteNumber(json, "perSecond", _limits.PerSecond);
            WriteNumber(json, "burst", _limits.Burst);
            WriteNumber(json, "maximumWidthPx", _limits.MaximumWidthPx);
            WriteNumber(json, "maximumHeightPx", _limits.MaximumHeightPx);
            WriteNumber(json, "maximumParameters", _limits.MaximumParameters);
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }
}
