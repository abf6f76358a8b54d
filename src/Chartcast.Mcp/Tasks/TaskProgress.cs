using Chartcast.Mcp.Dispatch;

namespace Chartcast.Mcp.Tasks;

/// <summary>Steps of a call that may become a task: its status message always, and progress notifications for as long
/// as its request waits.</summary>
internal sealed class TaskProgress(ServerTask task, IProgress<ToolProgress>? request) : IProgress<ToolProgress>
{
    public void Report(ToolProgress value)
    {
        task.Tell(value.Message);
        request?.Report(value);
    }
}
