package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.login.LoginView;
import io.keentill.storefront.pay.PayView;
import io.keentill.storefront.receipt.ReceiptView;
import io.keentill.storefront.sell.BasketView;
import io.keentill.storefront.sell.SellView;
import io.keentill.storefront.text.Texts;

/** Makes the screens of selling. */
final class CounterViews {

    private final Clerk clerk;
    private final Texts texts;
    private final String shop;

    /** Screens for {@code clerk} in the shop of this name. */
    CounterViews(Clerk clerk, String shop) {
        this.clerk = clerk;
        this.texts = clerk.texts();
        this.shop = shop;
    }

    /** A new view of this screen. */
    Place make(Screen screen) {
        return switch (screen) {
            case LOGIN -> {
                LoginView view = new LoginView(clerk.login(), texts, shop);
                yield new Place(view, view::requestFocus);
            }
            case SELL -> {
                SellView view =
                        new SellView(clerk.sell(), clerk.customers(), basket(), texts, clerk.receipt()::showCopy);
                yield new Place(view, () -> view.first().requestFocus());
            }
            case PAY -> {
                PayView view = new PayView(clerk.pay(), clerk.card(), clerk.link(), texts);
                yield new Place(view, view::focusFirst);
            }
            case RECEIPT -> {
                ReceiptView view = new ReceiptView(clerk.receipt(), texts);
                yield new Place(view, () -> view.lookup("#new-sale").requestFocus());
            }
            default -> throw new IllegalArgumentException(screen + " is no screen of selling");
        };
    }

    private BasketView basket() {
        return new BasketView(
                clerk.basket(),
                clerk.actions(),
                clerk.band(),
                clerk.customers(),
                texts,
                clerk.receipt().lastSaleProperty(),
                clerk::toCustomers,
                clerk::toCash,
                clerk::toCard);
    }
}
