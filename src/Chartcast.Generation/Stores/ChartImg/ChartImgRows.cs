using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>Runs statements inside one transaction.</summary>
internal readonly struct ChartImgRows(SqliteConnection connection, SqliteTransaction transaction, byte[] salt)
{
    /// <summary>What hashes of keys begin with; another array after the file was made anew.</summary>
    public byte[] Salt => salt;

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">A constant of this program.</param>
    /// <param name="values">Values of its parameters.</param>
    public void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first row of an answer; null for none.</summary>
    public T? First<T>(
        string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
        where T : class
    {
        using SqliteCommand command = Command(sql, values);
        using SqliteDataReader rows = command.ExecuteReader();
        return rows.Read() ? read(rows) : null;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants are passed in.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach ((string name, object? value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
