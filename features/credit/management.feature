@credit
Feature: What the utility's own tokens change
  Besides credit, the utility sends tokens that clear a register, lift a latched tamper or set a limit. Each does one
  thing, once, and only on the meter it was made for.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: A clear credit token takes all credit and opens the load switch

    Scenario: Credit is cleared
      Given a clear credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 0.0 kWh
      And the load switch is open

    Scenario: The same clear credit token cannot take the next purchase
      Given a clear credit token "clear"
      And a 25.6 kWh credit token "new"
      When the customer keys in token "clear"
      And the customer keys in token "new"
      And the customer keys in token "clear"
      Then the meter refuses it as used
      And the meter holds 25.6 kWh
      And the load switch is closed

  Rule: A latched tamper refuses credit until the clear tamper token

    Scenario: Credit while the tamper is latched
      Given the tamper is latched
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

    Scenario: The refused credit is good after the tamper is cleared
      Given the tamper is latched
      And a 25.6 kWh credit token "bought"
      And a clear tamper token "clear"
      When the customer keys in token "bought"
      Then the meter refuses it
      When the customer keys in token "clear"
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Clearing the tamper leaves the credit alone
      Given the tamper is latched
      And a clear tamper token
      When the customer keys in the token
      And the customer keys in "0000 0000 0022 8172 8512"
      Then the display shows "Tamper 0"
      And the meter holds 10.0 kWh

  Rule: A maximum power limit token sets the limit and leaves the credit alone

    Scenario: A limit of 5000 W
      Given a maximum power limit token of 5000 W
      When the customer keys in the token
      And the customer keys in "0000 0000 0012 0797 4400"
      Then the display shows "5000 W"
      And the meter holds 10.0 kWh
