package io.keentill.storefront;

import io.keentill.domain.catalogue.EmbeddedRules;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.RulesChange;
import io.keentill.engine.office.RulesDesk;
import io.keentill.engine.office.ShopRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shop's rules in memory. */
final class FakeRules implements RulesDesk {

    private ShopRules rules = new ShopRules(false, Money.of(200, Sample.GBP), false, null, List.of());
    final List<String> set = new ArrayList<>();
    volatile String refused = "";

    @Override
    public synchronized ShopRules now() {
        return rules;
    }

    @Override
    public synchronized RulesChange setShifts(@Nullable Boolean required, @Nullable Money difference, String by) {
        if (!refused.isEmpty()) {
            return new RulesChange.Refused(Sentence.quoted(refused));
        }
        set.add("shifts " + required + " " + difference + " by " + by);
        return done(new ShopRules(
                required == null ? rules.shiftRequired() : required,
                difference == null ? rules.difference() : difference,
                rules.withoutReceipt(),
                rules.returnLimit(),
                rules.labels()));
    }

    @Override
    public synchronized RulesChange setReturns(@Nullable Boolean withoutReceipt, @Nullable Money limit, String by) {
        if (limit != null && !limit.isPositive()) {
            return new RulesChange.Refused(Sentence.of(
                    "rules.a-limit-is-above-zero",
                    "A limit is above zero, like 20.00. Where nothing is to come back without a receipt, switch that"
                            + " off instead."));
        }
        Money most = limit == null ? rules.returnLimit() : limit;
        if (Boolean.TRUE.equals(withoutReceipt) && most == null) {
            return new RulesChange.Refused(Sentence.of(
                    "rules.say-first-how-much-one-return",
                    "Say first how much one return without a receipt gives at most."));
        }
        set.add("returns " + withoutReceipt + " " + limit + " by " + by);
        return done(new ShopRules(
                rules.shiftRequired(),
                rules.difference(),
                withoutReceipt == null ? rules.withoutReceipt() : withoutReceipt,
                most,
                rules.labels()));
    }

    @Override
    public synchronized RulesChange setLabels(List<String> patterns, String by) {
        try {
            EmbeddedRules.parse(String.join("\n", patterns));
        } catch (BadInputException e) {
            return new RulesChange.Refused(e.said());
        }
        set.add("labels " + patterns + " by " + by);
        return done(new ShopRules(
                rules.shiftRequired(), rules.difference(), rules.withoutReceipt(), rules.returnLimit(), patterns));
    }

    private RulesChange done(ShopRules now) {
        rules = now;
        return new RulesChange.Done(now);
    }
}
