using System.Globalization;
using System.Text;
using System.Text.Json;
using Chartcast.Generation.Providers.Local;

namespace Chartcast.App.Answers;

/// <summary>The numbers of a chart as CSV and as JSON.</summary>
public static class ChartTableText
{
    /// <summary>Makes CSV (RFC 4180) with a heading, one row a bar; unknown values are empty cells.</summary>
    /// <param name="table">The numbers.</param>
    public static byte[] Csv(ChartTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder("time");
        foreach (ChartColumn column in table.Columns) text.Append(',').Append(Cell(column.Name));
        text.Append("\r\n");
        for (int row = 0; row < table.RowCount; row++)
        {
            text.Append(Cell(table.Times[row]));
            foreach (ChartColumn column in table.Columns)
            {
                text.Append(',');
                double value = column.Values[row];
                if (double.IsFinite(value)) text.Append(value.ToString("R", CultureInfo.InvariantCulture));
            }

            text.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A text as a cell: quoted where it must be, and never read as a formula by a spreadsheet
    /// (CWE-1236).</summary>
    /// <param name="text">The text, from anyone.</param>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>Writes the member <c>table</c>: <c>{columns: […], rows: [[…]]}</c>, null where a value is
    /// unknown.</summary>
    /// <param name="json">Receives it, inside an object.</param>
    /// <param name="table">The numbers.</param>
    public static void Write(Utf8JsonWriter json, ChartTable table)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(table);
        json.WriteStartObject("table"u8);
        json.WriteStartArray("columns"u8);
        json.WriteStringValue("time"u8);
        foreach (ChartColumn column in table.Columns) json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
        for (int row = 0; row < table.RowCount; row++)
        {
            json.WriteStartArray();
            json.WriteStringValue(table.Times[row]);
            foreach (ChartColumn column in table.Columns)
            {
                double value = column.Values[row];
                if (double.IsFinite(value)) json.WriteNumberValue(value);
                else json.WriteNullValue();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
