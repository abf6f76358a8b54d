using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chartcast.Generation.Requests;

/// <summary>Writes an <see cref="InputValue"/> as a JSON number, string or boolean.</summary>
public sealed class InputValueConverter : JsonConverter<InputValue>
{
    /// <inheritdoc/>
    public override InputValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new InputValue(0, reader.GetString()),
            JsonTokenType.True or JsonTokenType.False => new InputValue(0, Switch: reader.GetBoolean()),
            _ => new InputValue(reader.GetDouble()),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InputValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Switch is { } isOn) writer.WriteBooleanValue(isOn);
        else if (value.Word is not null) writer.WriteStringValue(value.Word);
        else writer.WriteNumberValue(value.Number);
    }
}
