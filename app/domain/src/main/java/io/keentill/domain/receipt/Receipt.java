package io.keentill.domain.receipt;

import java.util.List;

/**
 * A receipt ready to be laid out.
 *
 * @param title for lists and file names, such as the receipt number
 * @param elements from top to bottom
 */
public record Receipt(String title, List<ReceiptElement> elements) {

    /** Copies the elements. */
    public Receipt {
        elements = List.copyOf(elements);
    }
}
