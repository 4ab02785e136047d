@acceptance @profiles
Feature: What Landis+Gyr says of its Cashpower meters
  Entry, vouchers and test vouchers, as the user's guides have them. (Source: Landis+Gyr, user guide of the Cashpower
  Gemini HMI, 2011, page 16, and user's guide of the Cashpower Sabre Mk 5, pages 15 and 16, both on manualshive.com:
  items 9 to 13 of docs/test-items.md.)

  Background:
    Given a meter with profile "landis-gyr"
    And the meter holds 10.0 kWh

  Rule: Thirty seconds without a key, and the digits give way to the credit

    Scenario: In the middle of a bought token
      Given a 25.6 kWh credit token
      When the customer types the first 12 digits of the token
      And 31 seconds pass
      Then line 1 reads "10.0 kWh"
      And the display does not show "Reject"
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: A backspace takes one digit back, two quick ones take all

    Scenario: One digit too many
      Given a 25.6 kWh credit token
      When the customer types the first 12 digits of the token
      And the customer presses "5 *"
      And the customer keys in the remaining digits
      Then the meter accepts it

    Scenario: Two quick ones, and the token from the beginning
      Given a 25.6 kWh credit token
      When the customer types the first 12 digits of the token
      And the customer presses "*" 2 times
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: The clear credit voucher takes all credit and opens the load switch

    Scenario: A house that draws something
      Given a clear credit token
      When the load draws 1000 W from now on
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 0.0 kWh
      And the load switch is open
      And the house has no power

  Rule: The test vouchers show what the meter knows

    Scenario: The total units counter
      When the load draws 1500 W for 2 hours
      And the customer keys in "0000 0000 0002 0132 8896"
      Then the display shows "3.0 kWh"
      And the energy delivered is 3.0 kWh
      And the meter holds 7.0 kWh

    Scenario: Key revision and key type
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the display shows "1.2"
      And the key revision is 1
      And the key type is DUTK

    Scenario: The tariff index
      When the customer keys in "3689 3488 1475 5332 2496"
      Then the display shows "01"
      And the tariff index is 01

    Scenario: The power limit
      Given a maximum power limit token of 5000 W
      When the customer keys in the token
      And the customer keys in "0000 0000 0012 0797 4400"
      Then the display shows "5000 W"
      And the power limit is 5000 W

    Scenario: All segments
      When the customer keys in "0000 0000 0001 6777 4880"
      Then the display shows "8888888888888888"

  Rule: The power limit voucher sets a limit that the load switch keeps

    Scenario: More than the limit
      Given a maximum power limit token of 5000 W
      When the customer keys in the token
      And the load draws 6000 W from now on
      Then the load switch opens within 11 seconds
      And the display shows "Overload"
      And the house has no power
