package io.keentill.engine.office;

import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Staff;

/**
 * That somebody who may do it stands behind one step. It is for that step alone and is not kept.
 *
 * @param what may be done
 * @param by whose id goes with the step
 */
public record Approval(Permission what, Staff by) {}
