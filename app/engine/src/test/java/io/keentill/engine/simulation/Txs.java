package io.keentill.engine.simulation;

import io.keentill.store.Tx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Transactions of which one method does or answers something else. */
final class Txs {

    private Txs() {}

    /** Sees a call before it is made; answers the argument to make it with, or null to leave it out. */
    @FunctionalInterface
    interface Change {
        Object of(String method, Object argument);
    }

    /** {@code correct} with what one method answers changed. */
    static <T> T answering(Class<T> type, T correct, String which, UnaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(
                Txs.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    try {
                        Object answer = method.invoke(correct, args);
                        return method.getName().equals(which) ? change.apply(answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** {@code tx} with the first argument changed of each call that tells nothing, or only whether it did something. */
    static Tx changed(Tx tx, Change change) {
        return (Tx) Proxy.newProxyInstance(
                Txs.class.getClassLoader(), new Class<?>[] {Tx.class}, (proxy, method, args) -> {
                    Object[] given = args;
                    Class<?> told = method.getReturnType();
                    if (args != null && args.length > 0 && (told == void.class || told == boolean.class)) {
                        Object other = change.of(method.getName(), args[0]);
                        if (other == null) {
                            return told == void.class ? null : false;
                        }
                        given = args.clone();
                        given[0] = other;
                    }
                    try {
                        return method.invoke(tx, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
