namespace Chartcast.Mcp.Tasks;

/// <summary>Names of the Tasks extension (<c>io.modelcontextprotocol/tasks</c>).</summary>
internal static class TaskMethods
{
    public const string Extension = "io.modelcontextprotocol/tasks";
    public const string Get = "tasks/get";
    public const string Update = "tasks/update";
    public const string Cancel = "tasks/cancel";
    public const string ChangedNotification = "notifications/tasks";
}
