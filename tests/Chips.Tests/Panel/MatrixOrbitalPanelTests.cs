namespace HilBench.Chips.Tests.Panel;

/// <summary>Checks the virtual panel, command by command.</summary>
public class MatrixOrbitalPanelTests
{
    private readonly CircuitBoard _board = new(seed: 1);
    private readonly MatrixOrbitalPanel _panel;
    private readonly List<byte> _sent = [];

    public MatrixOrbitalPanelTests()
    {
        _panel = new MatrixOrbitalPanel(_board);
        _panel.Sent += _sent.Add;
    }

    [Fact]
    public void Text_goes_to_the_cursor_and_wraps_to_the_next_line()
    {
        Send([.. "0123456789ABCDEFgh"u8]);
        Assert.Equal(["0123456789ABCDEF", "gh              "], _panel.ReadGlass());
        Send(0xFE, 0x47, 16, 2);
        Send([.. "ij"u8]);
        Assert.Equal(["j123456789ABCDEF", "gh             i"], _panel.ReadGlass());
    }

    [Fact]
    public void Clear_home_and_cursor_do_what_the_manual_says()
    {
        Send([.. "text"u8, 0xFE, 0x58, .. "a"u8, 0xFE, 0x48, .. "b"u8, 0xFE, 0x47, 3, 2, .. "c"u8]);
        Assert.Equal(["b               ", "  c             "], _panel.ReadGlass());
        Assert.Empty(_board.Findings.All);
    }

    [Fact]
    public void A_larger_panel_has_four_lines_of_twenty()
    {
        var large = new MatrixOrbitalPanel(_board, 20, 4, "LK204");
        foreach (byte value in (byte[])[0xFE, 0x47, 20, 4, .. "x"u8]) large.Receive(value);
        Assert.Equal(new string(' ', 19) + "x", large.ReadGlass()[3]);
    }

    [Fact]
    public void A_key_is_sent_once_it_has_been_down_for_the_debounce_time()
    {
        Send(0xFE, 0x55, 3);
        _panel.Press('F', _board.Time.Now, TimeSpan.FromMilliseconds(100));
        _board.Time.Wait(TimeSpan.FromMilliseconds(19));
        Assert.Empty(_sent);
        _board.Time.Wait(TimeSpan.FromMilliseconds(1));
        Assert.Equal("F"u8.ToArray(), _sent);
    }

    [Fact]
    public void A_press_shorter_than_the_debounce_time_is_none()
    {
        _panel.Press('F', _board.Time.Now, TimeSpan.FromMilliseconds(50));
        _board.Time.Wait(TimeSpan.FromSeconds(1));
        Assert.Empty(_sent);
    }

    [Fact]
    public void Keys_wait_to_be_asked_for_and_the_reply_says_that_more_wait()
    {
        Send(0xFE, 0x4F);
        foreach (char key in "ABC") Press(key);
        Assert.Empty(_sent);
        for (int i = 0; i < 4; i++) Send(0xFE, 0x26);
        Assert.Equal([(byte)'A' | 0x80, (byte)'B' | 0x80, (byte)'C', 0], _sent);
    }

    [Fact]
    public void Ten_keys_wait_and_clearing_forgets_them()
    {
        Send(0xFE, 0x4F);
        for (int i = 0; i < 12; i++) Press('A');
        Assert.Equal(10, _panel.KeysWaiting);
        Send(0xFE, 0x45);
        Assert.Equal(0, _panel.KeysWaiting);
    }

    [Fact]
    public void A_character_can_be_drawn()
    {
        Send(0xFE, 0x4E, 2, 1, 2, 3, 4, 5, 6, 7, 8, 2);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], _panel.Drawing(2).ToArray());
        Assert.Equal(2, MatrixOrbitalPanel.DrawnCode(_panel.ReadGlass()[0][0]));
    }

    [Theory]
    [InlineData(new byte[] { 0xFE, 0x99 }, "command FE 99 is not known")]
    [InlineData(new byte[] { 0xFE, 0x47, 17, 1 }, "cursor to column 17, row 1 of a 16×2 glass")]
    [InlineData(new byte[] { 0xFE, 0x47, 0, 1 }, "cursor to column 0, row 1 of a 16×2 glass")]
    [InlineData(new byte[] { 0xC3 }, "byte C3 is no text")]
    [InlineData(new byte[] { 0xFE, 0x44, 0xFE, 0x47, 16, 1, 97, 98 }, "'b' beyond the end of line 1")]
    [InlineData(new byte[] { 0xFE, 0x4E, 8, 0, 0, 0, 0, 0, 0, 0, 0 }, "character 8 cannot be drawn")]
    public void Misuse_of_the_command_set_is_a_finding(byte[] bytes, string finding)
    {
        Send(bytes);
        Assert.Equal(finding, Assert.Single(_board.Findings.All).What);
    }

    [Fact]
    public void Without_power_it_is_dark_and_deaf()
    {
        Send([.. "text"u8]);
        _board.Power.Fail();
        Send([.. "more"u8]);
        Assert.All(_panel.ReadGlass(), line => Assert.Equal("", line.Trim()));
        _board.Power.Restore();
        Assert.All(_panel.ReadGlass(), line => Assert.Equal("", line.Trim()));
    }

    [Fact]
    public void Any_bytes_leave_it_with_a_glass_of_its_size() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        var panel = new MatrixOrbitalPanel(new CircuitBoard(seed: 1), 20, 4);
        foreach (byte value in bytes) panel.Receive(value);
        return panel.ReadGlass() is [{ Length: 20 }, { Length: 20 }, { Length: 20 }, { Length: 20 }];
    });

    private void Send(params byte[] bytes)
    {
        foreach (byte value in bytes) _panel.Receive(value);
    }

    private void Press(char key)
    {
        _panel.Press(key, _board.Time.Now, TimeSpan.FromMilliseconds(100));
        _board.Time.Wait(TimeSpan.FromMilliseconds(150));
    }
}
