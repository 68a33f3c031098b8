package io.keentill.domain.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits an amount by weights without losing or inventing a minor unit (largest remainder method). */
public final class Allocation {

    private Allocation() {}

    /**
     * Parts of {@code total} in proportion to {@code weights}; they sum to {@code total} exactly. Each part differs from
     * its exact share by less than one minor unit; units left over go to the largest remainders, earlier ones first.
     *
     * @param total zero or above
     * @param weights each zero or above; all zero is allowed only if {@code total} is zero
     */
    public static List<Long> byWeight(long total, List<Long> weights) {
        if (total < 0 || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException("Amounts and weights are zero or above");
        }
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            if (total != 0) {
                throw new IllegalArgumentException("Nothing to allocate " + total + " to");
            }
            return weights.stream().map(w -> 0L).toList();
        }
        List<Long> parts = new ArrayList<>(weights.size());
        List<Remainder> remainders = new ArrayList<>(weights.size());
        long left = total;
        for (int i = 0; i < weights.size(); i++) {
            BigInteger[] share = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(sum);
            long floor = share[0].longValueExact();
            parts.add(floor);
            left -= floor;
            remainders.add(new Remainder(i, share[1]));
        }
        remainders.sort(Comparator.comparing(Remainder::size).reversed().thenComparingInt(Remainder::index));
        for (int i = 0; i < left; i++) {
            int index = remainders.get(i).index();
            parts.set(index, parts.get(index) + 1);
        }
        return List.copyOf(parts);
    }

    private record Remainder(int index, BigInteger size) {}
}
