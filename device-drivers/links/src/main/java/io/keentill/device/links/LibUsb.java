package io.keentill.device.links;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the system library libusb-1.0 that a link needs, under their own names without the prefix
 * {@code libusb_} (API reference of libusb 1.0.22 and later). Found on first use; a missing library is looked for again
 * next time, so that it can be installed without a restart.
 */
@SuppressWarnings("restricted")
final class LibUsb {

    /** Return codes (enum libusb_error). */
    static final int INTERRUPTED = -10;

    private static final AtomicReference<@Nullable LibUsb> LOADED = new AtomicReference<>();

    private static final FunctionDescriptor INT_OF_POINTER = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final FunctionDescriptor INT_OF_POINTER_AND_INT = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
    private static final FunctionDescriptor INT_OF_TWO_POINTERS = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    private static final FunctionDescriptor VOID_OF_POINTER = FunctionDescriptor.ofVoid(ADDRESS);

    private static final Map<String, FunctionDescriptor> FUNCTIONS = Map.ofEntries(
            Map.entry("init", INT_OF_POINTER),
            Map.entry("exit", VOID_OF_POINTER),
            Map.entry("get_device_list", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS)),
            Map.entry("free_device_list", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT)),
            Map.entry("unref_device", VOID_OF_POINTER),
            Map.entry("get_max_packet_size", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_BYTE)),
            Map.entry("get_bus_number", FunctionDescriptor.of(JAVA_BYTE, ADDRESS)),
            Map.entry("get_device_address", FunctionDescriptor.of(JAVA_BYTE, ADDRESS)),
            Map.entry("get_device_descriptor", INT_OF_TWO_POINTERS),
            Map.entry("get_active_config_descriptor", INT_OF_TWO_POINTERS),
            Map.entry("free_config_descriptor", VOID_OF_POINTER),
            Map.entry(
                    "get_string_descriptor_ascii",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_BYTE, ADDRESS, JAVA_INT)),
            Map.entry("open", INT_OF_TWO_POINTERS),
            Map.entry("close", VOID_OF_POINTER),
            Map.entry("set_auto_detach_kernel_driver", INT_OF_POINTER_AND_INT),
            Map.entry("claim_interface", INT_OF_POINTER_AND_INT),
            Map.entry("release_interface", INT_OF_POINTER_AND_INT),
            Map.entry("set_interface_alt_setting", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT)),
            Map.entry("clear_halt", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_BYTE)),
            Map.entry(
                    "bulk_transfer",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_BYTE, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT)),
            Map.entry("alloc_transfer", FunctionDescriptor.of(ADDRESS, JAVA_INT)),
            Map.entry("free_transfer", VOID_OF_POINTER),
            Map.entry("submit_transfer", INT_OF_POINTER),
            Map.entry("cancel_transfer", INT_OF_POINTER),
            Map.entry("handle_events_timeout_completed", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS)),
            Map.entry("interrupt_event_handler", VOID_OF_POINTER));

    private final Map<String, MethodHandle> handles = new HashMap<>();

    private LibUsb(SymbolLookup library) {
        FUNCTIONS.forEach((name, form) ->
                handles.put(name, Linker.nativeLinker().downcallHandle(library.findOrThrow("libusb_" + name), form)));
    }

    /**
     * The library of this computer.
     *
     * @throws LinkException if it is missing, too old, or this program may not call it
     */
    static LibUsb load() throws LinkException {
        LibUsb loaded = LOADED.get();
        if (loaded == null) {
            loaded = find(System.getProperty("os.name", ""));
            LOADED.set(loaded);
        }
        return loaded;
    }

    private static LibUsb find(String osName) throws LinkException {
        return find(names(osName), osName);
    }

    /** As {@link #load}, from the first of {@code names} that there is. */
    static LibUsb find(List<String> names, String osName) throws LinkException {
        IllegalArgumentException missing = new IllegalArgumentException("no name to look for");
        for (String name : names) {
            try {
                return new LibUsb(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException e) {
                missing = e;
            } catch (NoSuchElementException e) {
                throw new LinkException(
                        Sentence.of(
                                "link.libusb-is-too-old",
                                "The system library libusb-1.0 is too old for the till ({0}): install version 1.0.22 or"
                                        + " later",
                                e.getMessage()),
                        e);
            } catch (IllegalCallerException e) {
                throw new LinkException(
                        Sentence.of(
                                "link.the-till-was-started-without-the-right",
                                "The till was started without the right to call system libraries: start it with bin/till, or"
                                        + " with --enable-native-access=io.keentill.device.links"),
                        e);
            }
        }
        throw new LinkException(UsbFailure.noLibrary(osName), missing);
    }

    /** Where systems and their package managers put the library. */
    static List<String> names(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return List.of("libusb-1.0.dll");
        }
        return os.startsWith("mac")
                ? List.of(
                        "/opt/homebrew/lib/libusb-1.0.0.dylib",
                        "/usr/local/lib/libusb-1.0.0.dylib",
                        "/opt/local/lib/libusb-1.0.0.dylib",
                        "libusb-1.0.0.dylib")
                : List.of("libusb-1.0.so.0");
    }

    /** Calls a function that returns an int; negative is an error. */
    int call(String function, Object... arguments) {
        return (int) invoke(function, arguments);
    }

    /** Calls a function that returns a ssize_t. */
    long callLong(String function, Object... arguments) {
        return (long) invoke(function, arguments);
    }

    /** Calls a function that returns a uint8_t. */
    int callByte(String function, Object... arguments) {
        return Byte.toUnsignedInt((byte) invoke(function, arguments));
    }

    /** Calls a function that returns a pointer. */
    MemorySegment callPointer(String function, Object... arguments) {
        return (MemorySegment) invoke(function, arguments);
    }

    /** Calls a function that returns nothing. */
    void run(String function, Object... arguments) {
        Object unusedNothing = invokeOrNull(function, arguments);
        assert unusedNothing == null : function;
    }

    /** Calls a function and fails on a negative result. */
    int check(String function, Object... arguments) throws UsbException {
        int code = call(function, arguments);
        if (code < 0) {
            throw failure(function, code);
        }
        return code;
    }

    /** What a return code means (enum libusb_error). */
    static UsbException failure(String function, long code) {
        UsbError error = switch ((int) code) {
            case -3 -> UsbError.ACCESS;
            case -4, -5 -> UsbError.GONE;
            case -6 -> UsbError.BUSY;
            case -7 -> UsbError.TIMEOUT;
            case -9 -> UsbError.STALL;
            case -12 -> UsbError.NOT_SUPPORTED;
            default -> UsbError.OTHER;
        };
        return new UsbException(error, "libusb_" + function, (int) code);
    }

    /** A pointer read from {@code at}, with {@code bytes} behind it. */
    static MemorySegment pointer(MemorySegment from, long at, long bytes) {
        return from.get(ADDRESS, at).reinterpret(bytes);
    }

    /** An array of {@code count} elements of {@code layout} behind the pointer at {@code at}. */
    static MemorySegment pointer(MemorySegment from, long at, MemoryLayout layout, long count) {
        return pointer(from, at, layout.byteSize() * count);
    }

    private Object invoke(String function, Object... arguments) {
        Object result = invokeOrNull(function, arguments);
        if (result == null) {
            throw new IllegalStateException("libusb_" + function + " returns nothing");
        }
        return result;
    }

    private @Nullable Object invokeOrNull(String function, Object... arguments) {
        MethodHandle handle = handles.get(function);
        if (handle == null) {
            throw new IllegalArgumentException("libusb_" + function + " is not bound");
        }
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Calling libusb_" + function + " failed", e);
        }
    }
}
