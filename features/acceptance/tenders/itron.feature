@acceptance
Feature: What Itron says of the EM512
  Tampers and corrections, in the technical and user guide. (Source: Itron, EM512 Type 700 JV1, technical and user
  guide, pages 12 and 13, on easymanua.ls: items 14 to 16 of docs/test-items.md. There is no profile of this make; the
  promises are kept by generic.)

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token "paid"

  Rule: In tamper mode only the tokens that clear tamper or credit are taken

    Scenario: Credit is refused until the tamper is cleared
      Given a clear tamper token "clear"
      When the cover is opened
      And the cover is closed
      And the customer keys in token "paid"
      Then the meter refuses it
      And the credit is unchanged
      When the customer keys in token "clear"
      Then the tamper is not latched
      When the customer keys in token "paid"
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Credit can be cleared meanwhile
      Given a clear credit token "empty"
      When the cover is opened
      And the customer keys in token "empty"
      Then the meter accepts it
      And the meter holds 0.0 kWh
      And the tamper is latched

  Rule: A cover that is opened while the power is off is a tamper, too

    Scenario: The meter finds it open
      When the mains fails
      And the cover is opened
      And 1.5 hours pass
      And the mains returns
      Then the tamper is latched
      When the customer keys in token "paid"
      Then the meter refuses it
      And the credit is unchanged

  Rule: A wrong digit is taken back before Enter

    Scenario: The last digit
      When the customer types the first 19 digits of token "paid"
      And the customer presses "0 *"
      And the customer keys in the remaining digits
      Then the meter accepts it
      And the meter holds 35.6 kWh
