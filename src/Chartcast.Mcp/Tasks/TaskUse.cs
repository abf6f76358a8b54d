namespace Chartcast.Mcp.Tasks;

/// <summary>Whether a call may outlive its request as a task, for clients that know the Tasks extension.</summary>
/// <param name="IsAllowed">Whether it may.</param>
/// <param name="IsRequired">Whether it must: clients that do not know tasks cannot make this call.</param>
/// <param name="After">How long the call runs before it becomes a task; what is done by then is answered as
/// usual.</param>
public readonly record struct TaskUse(bool IsAllowed, bool IsRequired, TimeSpan After)
{
    /// <summary>Always answered in its request.</summary>
    public static TaskUse Never { get; }

    /// <summary>A task when it takes longer than this, where the client knows tasks.</summary>
    /// <param name="after">Zero for always.</param>
    public static TaskUse Allowed(TimeSpan after) => new(true, false, after);

    /// <summary>A task from the start; refused where the client does not know tasks.</summary>
    public static TaskUse Required { get; } = new(true, true, TimeSpan.Zero);
}
