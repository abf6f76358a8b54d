using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores;

/// <summary>A read-only connection and the statements it has prepared: SQLite takes longer to parse a short question
/// than to answer it.</summary>
/// <remarks>For one user at a time.</remarks>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Asks a question.</summary>
    /// <param name="sql">A constant of this program.</param>
    /// <param name="read">Reads the rows.</param>
    /// <param name="parameters">Values of the question, always the same names.</param>
    public T Ask<T>(
        string sql, Func<SqliteDataReader, T> read, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants are passed in; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach ((string name, _) in parameters) command.Parameters.AddWithValue(name, DBNull.Value);
            _commands.Add(sql, command);
        }

        for (int i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        using SqliteDataReader rows = command.ExecuteReader();
        return read(rows);
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values) command.Dispose();
        connection.Dispose();
    }
}
