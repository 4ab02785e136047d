using CsCheck;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.TokenPort;

public class PortProperties
{
    private static readonly Gen<string> Plain = Gen.String[Gen.Char[' ', '~'], 0, 30]
        .Select(text => string.Concat(text.Where(c => !"()/!".Contains(c))));

    private static string Named(string text) => "C" + text.Trim();

    [Fact]
    public void A_command_reads_back_as_it_was_written() =>
        Gen.Select(Plain, Plain).Sample((address, value) =>
        {
            var message = new PortMessage("W1", $"{address}({value})");
            var block = message.ToBytes();
            return BlockCheck.IsWhole(block) && PortMessage.TryParse(block) == message;
        });

    [Fact]
    public void A_data_set_reads_back_as_it_was_written() =>
        Gen.Select(Plain, Plain.Array[1, 4]).Sample((address, values) =>
        {
            var set = new DataSet(address, values);
            var read = DataSet.TryParse(System.Text.Encoding.ASCII.GetBytes(set.ToString()));
            return read?.Address == address && read.Values.SequenceEqual(values);
        });

    [Fact]
    public void A_line_of_data_sets_reads_back_as_it_was_written() =>
        Gen.Select(Plain.Select(Named), Plain.Array[1, 3]).Array[1, 4].Sample(sets =>
        {
            var line = string.Concat(sets.Select(set => new DataSet(set.Item1, set.Item2)));
            var read = DataLines.TryParse(System.Text.Encoding.ASCII.GetBytes(line))!;
            return read.Select(set => set.Address).SequenceEqual(sets.Select(set => set.Item1.Trim()))
                && read.SelectMany(set => set.Values).SequenceEqual(
                    sets.SelectMany(set => set.Item2).Select(value => value.Trim()));
        });

    [Fact]
    public void One_changed_bit_of_a_block_never_goes_unnoticed() =>
        Gen.Select(Plain, Gen.Int[0, 1000], Gen.Int[0, 7]).Sample((text, place, bit) =>
        {
            var block = new PortMessage("R1", text + "()").ToBytes();
            var index = 1 + (place % (block.Length - 1));
            block[index] ^= (byte)(1 << bit);
            return !BlockCheck.IsWhole(block);
        });

    [Fact]
    public void Software_parity_carries_seven_bits_and_notices_every_single_error() =>
        Gen.Select(Gen.Byte[0, 127], Gen.Int[0, 7]).Sample((value, bit) =>
            SoftParity.Decode(SoftParity.Encode(value)) == value
            && SoftParity.Decode((byte)(SoftParity.Encode(value) ^ (1 << bit))) >= LineBytes.Damage);

    [Fact]
    public void Any_bytes_are_some_data_set_or_none() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            _ = DataSet.TryParse(bytes);
            _ = DataLines.TryParse(bytes);
            _ = PortMessage.TryParse(bytes);
            return BlockCheck.Of(bytes) < LineBytes.Damage;
        });
}
