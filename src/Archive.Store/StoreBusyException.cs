namespace Archive.Store;

/// <summary>The store works but could not take a change now; the same once more is safe.</summary>
public sealed class StoreBusyException(string message, Exception? cause = null) : Exception(message, cause);
