namespace Archive.Store.Search.Index;

/// <summary>Numbers written one after the other, small ones in one byte: seven bits a byte, the lowest first, the eighth says that more follow.</summary>
internal sealed class NumberWriter
{
    private byte[] bytes = new byte[64];
    private int length;

    public int Length => length;

    public void Clear() => length = 0;

    public void Add(long number)
    {
        var left = (ulong)number;
        while (left >= 0x80)
        {
            AddByte((byte)(left | 0x80));
            left >>= 7;
        }
        AddByte((byte)left);
    }

    public void Add(ReadOnlySpan<byte> more)
    {
        foreach (var one in more)
        {
            AddByte(one);
        }
    }

    public byte[] ToArray() => bytes.AsSpan(0, length).ToArray();

    private void AddByte(byte one)
    {
        if (length == bytes.Length)
        {
            Array.Resize(ref bytes, length * 2);
        }
        bytes[length++] = one;
    }
}

/// <summary>Reads what <see cref="NumberWriter"/> wrote.</summary>
internal ref struct NumberReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => at;

    public readonly bool IsAtEnd => at >= bytes.Length;

    public long Next()
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = bytes[at++];
            number |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
            {
                return (long)number;
            }
        }
    }

    public int NextInt() => (int)Next();
}
