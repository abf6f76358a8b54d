using System.Text;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores.ChartImg;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Stores.ChartImg;

public sealed class SqliteAccountLedgerTests : IDisposable
{
    private const string Key = "the-key-nobody-may-see";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly AccountLimits Fast = new() { PerSecond = 100_000, Burst = 100_000 };

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
    private readonly List<SqliteAccountLedger> _open = [];

    private string Database => Path.Combine(_directory.Path, SqliteAccountLedger.FileName);

    public void Dispose()
    {
        _open.ForEach(ledger => ledger.Dispose());
        _directory.Dispose();
    }

    [Fact]
    public void Take_CountsForEveryProcess_AndAcrossRestarts()
    {
        SqliteAccountLedger one = Open(), other = Open();
        for (int i = 0; i < 7; i++) Assert.Equal(LedgerAnswer.Go, (i % 2 == 0 ? one : other).Take(Fast, Long).Answer);

        Assert.Equal((7, 7), (one.Usage().Today, other.Usage().Today));
        one.Dispose();
        Assert.Equal(7, Open().Usage().Today);
    }

    [Fact]
    public void Look_SeesWhatEveryProcessCounted_AndMakesNothing()
    {
        SqliteAccountLedger ledger = Open();
        Assert.Equal((0, AccountLimits.Unknown, null), (ledger.Look().Usage.Today, ledger.Look().Learned, ledger.Look().LeastPlan));
        Assert.False(File.Exists(Database));

        using (var other = new SqliteAccountLedger(_directory.Path, Key, _time))
        {
            for (int i = 0; i < 3; i++) other.Take(Fast, Long);
            other.Learn(AccountPlans.Find("mega")!);
            other.LearnLeastPlan("pro");
            Assert.Equal((3, "mega", "pro"), (ledger.Look().Usage.Today, ledger.Look().Learned.Plan, ledger.Look().LeastPlan));
        }

        Assert.Equal(3, ledger.Look().Usage.Today);
        Assert.Equal(ledger.Usage(), ledger.Look().Usage);
        Assert.Equal(0, Open("another-key").Look().Usage.Today);
    }

    [Fact]
    public void Look_WaitsForNoWriter()
    {
        SqliteAccountLedger ledger = Open();
        ledger.Take(Fast, Long);
        using var writer = new SqliteConnection($"Data Source={Database};Pooling=False");
        writer.Open();
        using SqliteTransaction held = writer.BeginTransaction(deferred: false);
        Assert.Equal(1, ledger.Look().Usage.Today);
    }

    [Fact]
    public async Task Take_LosesNoCount_WhenManyTakeAtOnce()
    {
        const int Threads = 8, Each = 50;
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            using var ledger = new SqliteAccountLedger(_directory.Path, Key, _time);
            for (int i = 0; i < Each; i++) Assert.Equal(LedgerAnswer.Go, ledger.Take(Fast, Long).Answer);
        })));

        Assert.Equal(Threads * Each, Open().Usage().Today);
    }

    [Fact]
    public void Take_CountsEachKeyForItself()
    {
        Open().Take(Fast, Long);
        Assert.Equal(0, Open("another-key").Usage().Today);
    }

    [Fact]
    public void Take_RefusesBeyondTheDaysLimit_UntilMidnightUtc()
    {
        SqliteAccountLedger ledger = Open();
        AccountLimits three = Fast with { PerDay = 3 };
        for (int i = 0; i < 3; i++) Assert.Equal(LedgerAnswer.Go, ledger.Take(three, Long).Answer);

        Assert.Equal(new LedgerTicket(LedgerAnswer.Exhausted, TimeSpan.FromHours(9)), ledger.Take(three, Long));
        Assert.Equal(3, ledger.Usage().Today);
        _time.Advance(TimeSpan.FromHours(9));
        Assert.Equal(LedgerAnswer.Go, ledger.Take(three, Long).Answer);
    }

    [Fact]
    public void Exhaust_EndsTheDay_ForEveryProcess_AndAcrossRestarts()
    {
        Open().Exhaust();
        SqliteAccountLedger later = Open();

        Assert.Equal(LedgerAnswer.Exhausted, later.Take(Fast, Long).Answer);
        Assert.True(later.Usage().IsExhausted);
        _time.Advance(TimeSpan.FromHours(9));
        Assert.Equal(LedgerAnswer.Go, later.Take(Fast, Long).Answer);
    }

    [Fact]
    public void Take_GivesPlacesInARow_WhenTheRateIsUsedUp()
    {
        SqliteAccountLedger one = Open(), other = Open();
        AccountLimits basic = AccountPlans.Smallest;
        LedgerTicket[] tickets = [one.Take(basic, Long), other.Take(basic, Long), one.Take(basic, Long), other.Take(basic, Long)];

        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)],
            tickets.Select(ticket => ticket.Wait));
        Assert.Equal(2, one.Usage().Today);
        Assert.Equal(LedgerAnswer.Go, one.Redeem(basic).Answer);
        Assert.Equal(3, one.Usage().Today);
    }

    [Fact]
    public void Take_NeverEarnsARateLimit_WhateverThePlan()
    {
        foreach (AccountLimits plan in AccountPlans.All)
        {
            SqliteAccountLedger ledger = Open(plan.Plan);
            AccountLimits limits = plan with { PerDay = null };
            double tokens = plan.Burst!.Value;
            double filledMs = 0;
            for (int i = 0; i < 200; i++)
            {
                LedgerTicket ticket = ledger.Take(limits, Long);
                _time.Advance(ticket.Wait);
                double nowMs = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
                if (i > 0) tokens = Math.Min(plan.Burst.Value, tokens + (nowMs - filledMs) / 1_000 * plan.PerSecond!.Value);
                filledMs = nowMs;
                tokens--;
                Assert.True(tokens >= 0, $"{plan.Plan}: call {i} would have been refused");
            }
        }
    }

    [Fact]
    public void Take_KeepsNothing_WhenThePlaceIsTooFarAway()
    {
        SqliteAccountLedger ledger = Open();
        AccountLimits basic = AccountPlans.Smallest;
        for (int i = 0; i < 4; i++) ledger.Take(basic, Long);

        LedgerTicket refused = ledger.Take(basic, TimeSpan.FromSeconds(2));
        LedgerTicket same = ledger.Take(basic, TimeSpan.FromSeconds(2));

        Assert.Equal(new LedgerTicket(LedgerAnswer.TooBusy, TimeSpan.FromSeconds(3)), refused);
        Assert.Equal(refused, same);
    }

    [Fact]
    public void Hold_LetsNobodyOut_BeforeItEnds()
    {
        Open().Hold(TimeSpan.FromSeconds(20));
        SqliteAccountLedger other = Open();

        Assert.Equal(new LedgerTicket(LedgerAnswer.Wait, TimeSpan.FromSeconds(20)), other.Take(Fast, Long));
        Assert.Equal(LedgerAnswer.Wait, other.Redeem(Fast).Answer);
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(LedgerAnswer.Go, other.Redeem(Fast).Answer);
    }

    [Fact]
    public void Take_DoesNotWaitForAClockThatWasSetBack()
    {
        SqliteAccountLedger ledger = Open();
        ledger.Take(AccountPlans.Smallest, Long);
        var earlier = new FakeTimeProvider(_time.GetUtcNow() - TimeSpan.FromDays(400));
        using var back = new SqliteAccountLedger(_directory.Path, Key, earlier);

        Assert.Equal(LedgerAnswer.Go, back.Take(AccountPlans.Smallest, Long).Answer);
    }

    [Fact]
    public void Learn_IsForgottenAfterADay()
    {
        SqliteAccountLedger ledger = Open();
        ledger.Learn(AccountPlans.OfParameters(5));
        ledger.Learn(AccountPlans.OfSize(1_000, 700));

        AccountLimits learned = Open().Learned();
        Assert.Equal(("pro", 5, 1_000, 700, 500), (
            learned.Plan, learned.MaximumParameters, learned.MaximumWidthPx, learned.MaximumHeightPx, learned.PerDay));
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(AccountLimits.Unknown, ledger.Learned());
    }

    [Fact]
    public void TheFile_HoldsNoKey()
    {
        SqliteAccountLedger ledger = Open();
        ledger.Take(Fast, Long);
        ledger.Learn(AccountPlans.Smallest);
        ledger.Dispose();

        Assert.All(
            Directory.EnumerateFiles(_directory.Path),
            file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key))));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Database));
    }

    [Fact]
    public void Take_SaysThatAnotherProgramsFileIsNoBook()
    {
        File.WriteAllText(Database, "not a database, only a text that is long enough to be read as one" + new string('x', 4_096));
        ChartException exception = Assert.Throws<ChartException>(() => Open().Take(Fast, Long));
        Assert.Equal(ChartErrorCode.StorageUnavailable, exception.Error.Code);
    }

    [Fact]
    public void Take_RefusesANewerVersionsFile()
    {
        Open().Take(Fast, Long);
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        ChartException exception = Assert.Throws<ChartException>(() => Open().Take(Fast, Long));
        Assert.Contains("newer version", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_GoesOn_WhenTheFileWasRemoved()
    {
        SqliteAccountLedger ledger = Open();
        ledger.Take(Fast, Long);
        foreach (string file in Directory.EnumerateFiles(_directory.Path)) File.Delete(file);

        Assert.Equal(LedgerAnswer.Go, ledger.Take(Fast, Long).Answer);
        Assert.Equal(1, Open().Usage().Today);
    }

    private SqliteAccountLedger Open(string? key = null)
    {
        var ledger = new SqliteAccountLedger(_directory.Path, key ?? Key, _time);
        _open.Add(ledger);
        return ledger;
    }
}
